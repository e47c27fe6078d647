# Two stages: libraries are installed from the locked list, the code is copied last. Runs as an ordinary user.
FROM python:3.11-slim AS build
WORKDIR /build
RUN python3 -m venv /opt/wegwijs
COPY requirements.txt .
RUN /opt/wegwijs/bin/pip install --no-cache-dir --require-hashes -r requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
RUN /opt/wegwijs/bin/pip install --no-cache-dir --no-deps .

FROM python:3.11-slim
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin wegwijs \
    && mkdir -p /var/lib/wegwijs && chown wegwijs /var/lib/wegwijs
COPY --from=build /opt/wegwijs /opt/wegwijs
COPY content /opt/wegwijs/content
ENV PATH=/opt/wegwijs/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    WEGWIJS_CONTENT=/opt/wegwijs/content \
    WEGWIJS_DATA=/var/lib/wegwijs \
    WEGWIJS_HOST=0.0.0.0 \
    WEGWIJS_PORT=8080
USER 10001
VOLUME /var/lib/wegwijs
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
    CMD ["wegwijs", "health"]
ENTRYPOINT ["wegwijs"]
CMD ["serve"]
