"""A tenant file is read, or refused with every fault at once: file, line, what is wrong, what is expected."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.errors import ConfigError
from bot.sandbox.town.tenancy import tenant_file, tenant_of
from bot.settings import make_master_key
from bot.tenant import read_tenant
from bot.tenant.addresses import check_root
from bot.tenant.overview import notes, overview

TEXT = tenant_file("waterveen").read_text(encoding="utf-8")
Faults = Callable[..., list[str]]


@pytest.fixture
def faults(tmp_path: Path) -> Faults:
    """Change pieces of a good file; gives the faults without the name of the file."""

    def read(*changes: tuple[str, str]) -> list[str]:
        text = TEXT
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        file = tmp_path / "waterveen.toml"
        file.write_text(text, encoding="utf-8")
        found: tuple[str, ...] = ()
        try:
            read_tenant(file)
        except ConfigError as fault:
            found = fault.faults
        assert all(line.startswith(f"{file}, line ") for line in found), found
        return [line.removeprefix(f"{file}, ") for line in found]

    return read


def line_of(text: str, words: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if words in line)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('client_id = "', 'clientid = "', 'clientid is not known here. Did you mean "client_id"?'),
        ('staat = "in_route"', 'staat = "in_rout"', "staat has a value that is not known. Did you mean"),
        ('staat = "in_route"', 'staat = "x"', "Possible are: obliged, matched, intake_planned"),
        ('dag = "ma"', 'dag = "maandag"', "dag has a value that is not known. Possible are: ma, di"),
        ('aan_zet = ["gemeente"]', 'aan_zet = ["gemente"]', 'Did you mean "gemeente"?'),
        ('niveau = "niveau"', 'nivo = "niveau"', 'eigenschappen.nivo is not known here. Did you mean "niv'),
        ("lesgroep = {", "lesgroup = {", 'Did you mean "lesgroep"?'),
        ("versie = 1 }", 'versie = "een" }', "versie must be a whole number, without quotes."),
        ("versie = 1 }", "versie = 0 }", "versie must be 1 or more."),
        ('uuid = "c63f', 'uuid = "zc63f', "uuid must be a UUID"),
        ('zaaktypen = ["ZT-INBURGERING"]', "zaaktypen = []", "zaaktypen must hold at least 1. Example: zaak"),
        ('zaaktypen = ["ZT-I', 'zaaktypen = ["ZT-INBURGERING", "ZT-I', "maps the same case type once more"),
        ('"123456782"', '"123456783"', "is no RSIN: a digit is wrong"),
        ('"123456782"', '"12345"', "must be an RSIN, which has nine digits."),
        ('= "niveau"', '= { naam = "niveau", formaat = "JJJJMMDD" }', "formaat is only for days"),
        ('= "niveau"', '= "een-naam-van-meer-dan-twintig"', "is too long: at most 20 characters."),
        ("brief_dagen = 14", "brief_dagen = 14.5", "codes.brief_dagen must be a whole number."),
        ("bevestigen = true", 'bevestigen = "misschien"', "must be true or false, without quotes."),
        ('van = "21:00"', 'van = "avond"', 'stilte.van must be a time such as "09:00".'),
        ('geheim = "zgw-geheim', 'geheim = "env:NOT_SET" #', "the environment variable NOT_SET is not set"),
        ('geheim = "zgw-geheim', 'geheim = "file:/not/here" #', "the file /not/here cannot be read"),
        ('id = "km-001"', 'id = 7', "medewerkers (number 1) id must be a text between quotes."),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line(faults: Faults, old: str, new: str, said: str) -> None:
    found = faults((old, new))
    line = line_of(TEXT.replace(old, new, 1), new.splitlines()[0])
    assert any(f.startswith(f"line {line}: ") and said in f for f in found), found


def test_a_missing_entry_is_told_at_its_table_with_an_example(faults: Faults) -> None:
    line = next(row for row in TEXT.splitlines() if row.startswith("zaken ="))
    assert faults((line + "\n", "")) == [
        f"line {line_of(TEXT, '[zaaksysteem]')}: zaaksysteem.zaken is missing. "
        'Example: zaken = "https://openzaak.gemeente.example/zaken/api/v1/"'
    ]


def test_all_faults_are_told_at_once_in_the_order_of_the_file(faults: Faults) -> None:
    found = faults(
        ('staat = "in_route"', 'staat = "in_rout"'),
        ('omschrijving = "Gepauzeerd"', 'omschrijving = "Afgerond"'),
        ('niveau = "niveau"', 'nivo = "niveau"'),
        ("[team]", "[team]\ntelefon = 1"),
        ("catalogi/api/v1/", "catalogi/api/v1"),
    )
    numbers = [int(line.split(":")[0].removeprefix("line ")) for line in found]
    assert len(found) == 5
    assert numbers == sorted(numbers)


@pytest.mark.parametrize(
    ("old", "new", "first", "second"),
    [
        ('omschrijving = "Gepauzeerd"', 'omschrijving = "Afgerond"', 112, 116),
        ('niveau = "niveau"', 'niveau = "leerroute"', 122, 123),
        ("6931e866-d945-55d4-bce2-9e32bf836186", "C63F298A-5F8E-5D1A-9493-BF142E472352", 141, 142),
    ],
    ids=["status type", "property", "object type"],
)
def test_what_is_mapped_twice_is_told_with_both_lines(
    faults: Faults, old: str, new: str, first: int, second: int
) -> None:
    (said,) = faults((old, new))
    assert said.startswith(f"line {second}: ")
    assert f"It is mapped on line {first} already: keep one." in said


def test_a_text_that_is_not_toml_is_told_with_its_line(faults: Faults) -> None:
    (said,) = faults(("[team]", "[team"))
    assert said.startswith(f"line {line_of(TEXT, '[team]')}: this is not TOML (")


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"cannot be read \(FileNotFoundError\)"):
        read_tenant(tmp_path / "nobody.toml")


def test_no_value_is_ever_repeated(faults: Faults) -> None:
    text = "9f2-this-was-a-secret"
    found = faults(
        ('geheim = "zgw-geheim-waterveen-alleen-voor-de-zandbak"', f'geheim = ["{text}"]'),
        ('zaken = "http://', f'zaken = "http://{text}@'),
        ('staat = "in_route"', f'staat = "{text}"'),
        ("versie = 1 }", f'versie = "{text}" }}'),
        ('token = "7100000001:waterveen', f'token = 7\n{text} = "7100000001:waterveen'),
        ("klantinteracties_token", f'klant_token = "{text}" # '),
    )
    assert len(found) >= 6
    assert [line for line in found if text in line and f"bot.{text}" not in line] == []


def test_secrets_come_from_the_environment_and_from_files(
    faults: Faults, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("A_SECRET_OF_THE_TEST", "from-the-environment")
    (tmp_path / "secret").write_text("from-a-file\n", encoding="utf-8")
    assert (
        faults(
            ('geheim = "zgw-geheim-waterveen-alleen-voor-de-zandbak"', 'geheim = "env:A_SECRET_OF_THE_TEST"'),
            ('"objecten-lezen-waterveen-zandbak"', f'"file:{tmp_path / "secret"}"'),
        )
        == []
    )
    system = read_tenant(tmp_path / "waterveen.toml").zgw
    assert (system.geheim, system.objecten_token) == ("from-the-environment", "from-a-file")
    assert os.environ["A_SECRET_OF_THE_TEST"] not in repr(system)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("http://openzaak.gemeente.example/zaken/api/v1/", "must begin with https://"),
        ("ftp://openzaak.gemeente.example/", "must be an address that begins with https://"),
        ("openzaak.gemeente.example/zaken/", "must be an address that begins with https://"),
        ("https:///zaken/", "must be an address that begins with https://"),
        ("https://a:b@openzaak.example/zaken/", "must hold no name and no password"),
        ("https://openzaak.example/zaken/?a=b/", "without ? and #"),
        ("https://openzaak.example/zaken", "must end with a slash"),
        ("https://openzaak.example:port/zaken/", "must be an address"),
        ("http://127.0.0.1.example/zaken/", "must begin with https://"),
    ],
)
def test_a_root_that_cannot_be_safe_is_refused(value: str, said: str) -> None:
    with pytest.raises(ValueError, match=said.replace("?", r"\?")) as caught:
        check_root(value)
    assert value not in str(caught.value)


@pytest.mark.parametrize(
    "value",
    ["https://a.example/", "http://127.0.0.1:9/x/", "http://localhost/", "http://[::1]:80/z/", "https://10.0.0.1/"],
)  # fmt: skip
def test_https_everywhere_and_http_on_this_machine_are_allowed(value: str) -> None:
    assert check_root(value) == value


def test_the_overview_says_what_is_mapped_and_what_is_hidden(tmp_path: Path) -> None:
    text = TEXT.replace('niveau = "niveau"\n', "").replace(
        "[profiel]\n", '[profiel]\nberichten = ["les", "taak"]\n'
    )
    file = tmp_path / "waterveen.toml"
    file.write_text(text, encoding="utf-8")
    said = "\n".join(overview(read_tenant(file).profiel))
    assert "Traject loopt = in_route" in said
    assert "properties: 16 of 17; hidden: niveau" in said
    assert "object types: 7 of 7" in said
    assert "told: les, taak; not told: afspraak, plan, termijn, nieuws, antwoord" in said
    assert "note:" not in said


def test_of_a_nightly_file_only_its_statuses_are_mapped() -> None:
    profile = tenant_of("waterveen").profiel
    empty: dict[str, object] = {"zaaktypen": (), "eigenschappen": {}, "objecttypen": {}}
    said = overview(profile.model_copy(update=empty))
    assert [line.split(":")[0] for line in said] == ["status types", "told"]


def test_hours_without_their_day_and_half_a_term_are_noted() -> None:
    profile = tenant_of("waterveen").profiel
    without = {k: v for k, v in profile.eigenschappen.items() if k not in {"urenBekendTot", "termijnEinde"}}
    said = notes(profile.model_copy(update={"eigenschappen": without, "status": profile.status[:2]}))
    assert [note.split(" ")[0] for note in said] == ["no", "urenTaal,", "a"]


def test_cases_come_from_an_api_or_from_files_never_from_both(faults: Faults) -> None:
    both = faults(("[zaaksysteem]", '[bestand]\nmap = "/srv/waterveen"\n\n[zaaksysteem]'))
    assert ["cases come from one of them" in fault for fault in both] == [True]


def test_a_file_that_names_no_source_of_cases_says_so(faults: Faults) -> None:
    begin = TEXT.index("[zaaksysteem]")
    end = TEXT.index("\n[", begin + 1)
    found = faults((TEXT[begin:end], ""))
    assert ["neither [zaaksysteem] nor [bestand]" in fault for fault in found] == [True]


def test_the_command_check_says_what_is_mapped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tenants").mkdir()
    (tmp_path / "tenants" / "waterveen.toml").write_text(TEXT, encoding="utf-8")
    make_master_key(tmp_path / "key")
    monkeypatch.setenv("WEGWIJS_TENANTS", str(tmp_path / "tenants"))
    monkeypatch.setenv("WEGWIJS_MASTER_KEY_FILE", str(tmp_path / "key"))
    monkeypatch.setenv("WEGWIJS_PUBLIC_URL", "https://wegwijs.example")
    done = CliRunner().invoke(app, ["check"])
    assert done.exit_code == 0
    assert "Traject loopt = in_route" in done.output
    assert "properties: 17 of 17" in done.output
