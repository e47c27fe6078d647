### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Consent in layers: what Telegram is, who sees the phone, what the screen shows.

consent-what =
    تيليغرام لا يتبع للبلدية.
    تصلك هنا الأيام والأماكن والمهام.
    لا تصلك هنا أبدًا نتائج أو أمور الصحة أو المال.
    يمكنك دائمًا اختيار الرسالة أو الهاتف، والتوقف في أي وقت.
    .yes = ✅ استخدام تيليغرام
    .no = ✉ أفضّل رسالة أو هاتفًا
    .more = ℹ المزيد

consent-other =
    حسنًا.
    تصلك الرسائل والمكالمات كما في السابق.
    لا يتغير شيء في خطتك.
    يمكنك العودة برمز جديد.
    .language = 🌍 اللغة

consent-phone = من يرى هذا الهاتف؟
    .me = 👤 أنا فقط
    .others = 👨‍👩‍👧 آخرون أيضًا

# $preview: an example of a message
consent-level =
    الرجاء اختيار ما يظهر على شاشتك.
    مثال: «{ $preview }»
    .L0 = 📩 تنبيه فقط
    .L1 = 📅 اليوم والمكان
    .L2 = 💬 كل شيء
    .ok = ✅ حسنًا
