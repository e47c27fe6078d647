# Two stages: libraries are installed from the locked list, the code is copied last. Runs as an ordinary user.
FROM python:3.11-slim AS build
WORKDIR /build
RUN python3 -m venv /opt/venv
COPY requirements.txt .
RUN /opt/venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt

FROM python:3.11-slim
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin wegwijs \
    && mkdir -p /var/lib/wegwijs && chown wegwijs /var/lib/wegwijs
COPY --from=build /opt/venv /opt/venv
WORKDIR /opt/wegwijs
COPY LICENSE README.md ./
COPY content content
COPY bot bot
# Compiled once here: at run time the folder cannot be written, and a start without it takes seconds.
RUN /opt/venv/bin/python3 -m compileall -q bot
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    WEGWIJS_DATA=/var/lib/wegwijs \
    WEGWIJS_HOST=0.0.0.0 \
    WEGWIJS_PORT=8080
USER 10001
VOLUME /var/lib/wegwijs
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
    CMD ["python3", "-m", "bot", "health"]
ENTRYPOINT ["python3", "-m", "bot"]
CMD ["serve"]
