### status: draft, 2026-11-24
### Eén bericht is één scherm. Elke zin staat op een eigen regel: een regel waarvan een waarde ontbreekt, valt weg;
### een regel die met "| " begint, verschijnt alleen als de regel ervoor is weggevallen.
### Taal kiezen en eerste woorden.

start-language = 🌍 Kies uw taal.
    .ar = العربية
    .ti = ትግርኛ
    .tr = Türkçe
    .fa-AF = دری
    .nl = Nederlands
    .en = English
    .fa = فارسی
    .more = ➕ …

start-language2 = 🌍 Kies uw taal.
    .ar = العربية
    .ti = ትግርኛ
    .tr = Türkçe
    .fa-AF = دری
    .nl = Nederlands
    .en = English
    .fa = فارسی
    .more = ➕ …

# $municipality: naam van de gemeente
start-hello =
    Hallo.
    Ik ben Wegwijs, de hulp van { $municipality }.
    Ik laat uw dagen, uw taken en uw mensen zien.
    Is dit uw taal?
    .yes = ✅ Ja
    .other = 🌍 Andere taal
