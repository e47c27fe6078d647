### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### The people to turn to, call-back and questions.

people-list = مع من التواصل؟
    .caseworker =
        🧑 { $caseworker }، البلدية
        | 🧑 البلدية
    .school =
        🏫 { $school }
        | 🏫 مدرستك
    .coach = 🧑 { $coach }، شخص مرافق
    .employer = 🛠 { $employer }
    .duo = 🏛 DUO

# $topics: what this person helps with; $hours: when to reach
people-person =
    { $icon } { $name }.
    | 🧑 { $name }.
    المساعدة في: { $topics }.
    اللغات: { $languages }.
    أوقات الاتصال: { $hours }.
    ☎ { $phone }
    .ask = ✍ طرح سؤال
    .callback = ☎ الاتصال بي
    .questions = 💬 أسئلتي

people-person--duo =
    🏛 DUO.
    المساعدة في: { $topics }.
    ☎ { $phone }
    لا أستطيع إرسال شيء إلى DUO.

people-callback =
    ☎ ستصلك مكالمة من { $name }.
    متى: { $hours }.
    | متى: في يوم عمل.
    تم طلب ترجمة شفوية، { $language }.
    لا حاجة إلى الانتظار قرب الهاتف.
    .cancel = ❌ لا حاجة إلى مكالمة

people-ask =
    الرجاء كتابة سؤالك بلغتك، باختصار.
    الرجاء عدم كتابة أرقام بطاقة أو بنك أو BSN.
    الاعتراضات والطلبات ليس مكانها هنا: رسالتك تذكر المكان.
    .callback = ☎ أفضّل مكالمة
    .cancel = ❌ توقف

# $dutch: the question in Dutch; $back: the Dutch put back into the reader's language
people-check =
    سيصل إلى { $name }: «{ $dutch }»
    المعنى: «{ $back }»
    هل هذا صحيح؟
    .send = ✅ إرسال
    .again = ✏ كتابة من جديد
    .callback = ☎ أفضّل مكالمة

people-check--unsure =
    سيصل إلى { $name }: «{ $dutch }»
    المعنى: «{ $back }»
    الترجمة ليست مؤكدة.
    الرجاء الكتابة من جديد أو طلب مكالمة.

# The question is Dutch already
people-check--dutch =
    سيصل إلى { $name }: «{ $dutch }»
    هل هذا صحيح؟

people-check--wait = لحظة: أترجم سؤالك.

people-asis =
    لا أستطيع الترجمة الآن.
    هل أرسله بلغتك؟
    سيصل إلى { $name } مع ملاحظة.
    .send = ✅ إرسال
    .callback = ☎ أفضّل مكالمة
    .cancel = ❌ توقف

people-sent =
    📨 تم الإرسال الساعة { $time }.
    سؤالك عند { $name } للقراءة.
    متى: { $hours }.
    | متى: في أيام العمل.
    { $comes }
    .more = ➕ إضافة شيء

people-sent--saved =
    تم الحفظ الساعة { $time }.
    سأوصل ذلك في أقرب وقت.
    سؤالك عند { $name } للقراءة.
    متى: { $hours }.
    | متى: في أيام العمل.

# $line1–$line5: questions, the newest first
people-questions =
    أسئلتك:
    { $line1 }
    { $line2 }
    { $line3 }
    { $line4 }
    { $line5 }
    آخر تحديث: { $asof }.
    .question = { $n }
    .ask = ✍ طرح سؤال

# $text: the answer, translated or Dutch; $dutch: the Dutch of a translated one; $machine, $withheld, $part: what is to be said of it
people-answer =
    💬 { $name }: «{ $text }»
    { $machine }
    🇳🇱 «{ $dutch }»
    { $withheld }
    { $part }
    سؤالك: «{ $question }»
    آخر تحديث: { $asof }.
    .more = ▶ الجزء { $n }
    .ask = ✍ سؤال آخر
    .ok = 👍 واضح
    .unclear = ❓ غير واضح
    .callback = ☎ الاتصال بي

people-answer--sending =
    سؤالك يوم { $date }: «{ $question }»
    ⏳ جارٍ إرسال سؤالك.
    سأوصل ذلك في أقرب وقت.

people-answer--waiting =
    سؤالك يوم { $date }: «{ $question }»
    📨 تم الإرسال.
    سؤالك عند { $name } للقراءة.
    متى: { $hours }.
    | متى: في أيام العمل.
    { $comes }
    آخر تحديث: { $asof }.

people-answer--dealt =
    سؤالك يوم { $date }: «{ $question }»
    ✅ تمت معالجة سؤالك عند { $name }، بدون نص.
    غير واضح؟
    الرجاء طلب مكالمة.
    آخر تحديث: { $asof }.

people-answer--silent =
    سؤالك يوم { $date }: «{ $question }»
    لم يصل جواب هنا، ولم أعد أبحث عنه.
    الرجاء الاتصال: { $name }.
    ☎ { $phone }
    متى: { $hours }.

people-answer--refused =
    سؤالك يوم { $date }: «{ $question }»
    ❌ تعذر إرسال سؤالك.
    الرجاء الاتصال: { $name }.
    ☎ { $phone }
    متى: { $hours }.
