### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### From a letter or a square picture (QR) to the own plan.

linking-code =
    الرجاء كتابة الرمز الموجود في رسالتك: 10 أحرف وأرقام.
    لا توجد رسالة؟
    الرجاء سؤال الشخص المسؤول عنك في البلدية.
    .where = 📄 أين الرمز؟
    .help = ☎ المساعدة

linking-where =
    📄 الرجاء النظر في الرسالة، تحت الصورة المربعة: 10 أحرف وأرقام.
    أو توجيه الكاميرا نحو المربع.
    .help = ☎ المساعدة

linking-year =
    الرجاء كتابة سنة ميلادك: 4 أرقام.
    هذا يحمي خطتك.
    سأحذفها من هذه المحادثة.
    .stop = ❌ توقف

# $initial: first letter of the first name; $caseworker: name of the contact person
linking-who =
    هل هذا أنت؟
    اسمك يبدأ بحرف { $initial }.
    الشخص المسؤول عنك: { $caseworker }.
    .yes = ✅ نعم، هذا أنا
    .no = ❌ لست أنا

linking-waiting =
    شكرًا.
    المراجعة عند { $caseworker }، غالبًا خلال يوم عمل واحد.
    | المراجعة عند الشخص المسؤول عنك، غالبًا خلال يوم عمل واحد.
    لا حاجة إلى عمل شيء.
    سأكتب لك عندما يكون كل شيء جاهزًا.
    .call =
        ☎ الاتصال بـ { $caseworker }
        | ☎ اتصال

linking-notme =
    شكرًا على إخباري.
    لم يُفتح شيء.
    الرجاء إعادة الرسالة إلى البلدية.
    .call = ☎ اتصال

linking-second =
    توجد خطة على هذا الهاتف.
    خطتك لك وحدك: سيكون لك ربط خاص بك.
    ما الأفضل لك؟
    .callback = ☎ الاتصال بي
    .letter = ✉ رسالة

# $townhall: name of the town hall; $phone: its number
linking-frozen =
    هذا الربط قيد المراجعة.
    لا يظهر شيء الآن.
    الرجاء الاتصال بـ { $townhall }: ☎ { $phone }
    .call = ☎ اتصال
