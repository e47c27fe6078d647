### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### The printed invitation letter.

letter-title = أيامك ومهامك على هاتفك
letter-greeting = تحية طيبة { $name }،
letter-what =
    لدى { $municipality } مساعد على الهاتف: Wegwijs.
    يعرض أيامك ومهامك والأشخاص بلغتك.
letter-choice =
    الاختيار لك.
    يمكنك أيضًا البقاء على الرسائل والمكالمات.
    هذا لا يغيّر شيئًا في خطتك.
letter-telegram =
    يعمل Wegwijs في تيليغرام (Telegram)، وهو تطبيق على هاتفك.
    تيليغرام لا يتبع للبلدية.
    لا يطلب Wegwijs أبدًا مالًا أو كلمة مرور أو رقمًا شخصيًا.
letter-step-1 = 1. الرجاء تثبيت تيليغرام على هاتفك.
letter-step-2 = 2. الرجاء توجيه الكاميرا نحو المربع.
letter-step-3 = 3. الرجاء الضغط على زر البدء (Start) واختيار لغتك.
letter-typed =
    لا توجد كاميرا؟
    الرجاء البحث عن { $bot } في تيليغرام وكتابة هذا الرمز:
letter-year = بعد الرمز يسأل Wegwijs عن سنة ميلادك.
letter-phrase =
    هذه هي المحادثة الصحيحة إذا ظهرت فيها هذه الكلمات: { $phrase }.
letter-valid = الرمز يعمل حتى { $date }.
letter-own = هذا الرمز لك وحدك. الرجاء عدم إعطائه لأحد.
letter-questions = لديك أسئلة؟ الرجاء الاتصال بـ { $caseworker }: ☎ { $phone }.
letter-closing = مع أطيب التحيات،
