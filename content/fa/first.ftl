### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### First lines: what just happened, and what to do when something is not possible.

## Language and reading
first-neighbour = این متن‌ها به فارسی است. دری بعداً می‌آید.
first-reading-later = 🔊 خواندن با صدا بعداً می‌آید. انتخاب شما ثبت شد.
first-language-changed = ✅ تغییر کرد.

## Code and link
first-code-wrong =
    این کد کار نمی‌کند.
    حرف‌ها را دوباره ببینید.
    می‌توانید { $n ->
        [one] { $n } بار دیگر
       *[other] { $n } بار دیگر
    } کد را بنویسید.
first-code-wait =
    این کد کار نمی‌کند.
    یک ساعت صبر کنید یا با { $townhall } تماس بگیرید.
    ☎ { $phone }
first-code-expired =
    این کد قدیمی است.
    از شخص رابط خود یک نامه تازه بخواهید.
first-code-used =
    این کد قبلاً استفاده شده است.
    اگر شما نبودید، با { $townhall } تماس بگیرید.
    ☎ { $phone }
first-code-elsewhere =
    این کد مال یک چت دیگر است.
    آن را اینجا باز کنید: { $link }
first-link-refused =
    شخص رابط شما این را تأیید نکرد.
    با { $townhall } تماس بگیرید.
    ☎ { $phone }
first-callback-noted = ☎ ثبت شد. در یک روز کاری با شما تماس می‌گیرند.
first-letter-noted = ✉ ثبت شد. یک نامه می‌گیرید.
first-link-first = برنامه خود شما بعد از نوشتن کد می‌آید.

## Buttons and facts
first-newest = این تازه‌ترین است.
first-again = چیزی تغییر کرد. دوباره ببینید، بعد دکمه را بزنید.
first-task-gone = این کار دیگر نیست. این کارهای شماست.
first-lesson-gone = این درس دیگر نیست. این هفته شماست.
first-appointment-gone = این قرار دیگر نیست. این تاریخ‌های شماست.
first-gone = این دیگر نیست. این تازه‌ترین است.
first-unavailable = این حالا ممکن نیست. این تازه‌ترین است.
first-first-read = اطلاعات شما در حال آمدن است. چند دقیقه بعد دوباره نگاه کنید.
first-saved =
    ساعت { $time } ثبت شد.
    آن را می‌رسانم.
first-passed-on = ✅ ساعت { $time } رسانده شد.
first-no-plan = هنوز برنامه‌ای اینجا نیست.
first-not-linked = اول کدی را که در نامه شماست بنویسید.
first-moment = لطفاً یک لحظه صبر کنید.
first-sorry = ببخشید، اینجا مشکلی پیش آمد. تقصیر شما نبود.

## Lessons
first-school-knows = 🙋 آموزشگاه خبر دارد.
first-told-saved = 🙋 ثبت شد. آن را به آموزشگاه می‌رسانم.
first-comes = ✅ آموزشگاه می‌داند که می‌آیید.
first-comes-saved = ✅ ثبت شد. به آموزشگاه می‌گویم که می‌آیید.
first-understood =
    👍 { $school } می‌داند که متوجه شدید.
    | 👍 آموزشگاه شما می‌داند که متوجه شدید.
first-noted = 👍 ثبت شد.
first-cancelled = لغو شد. لازم نیست کاری بکنید.
first-started = درس شروع شده است. با آموزشگاه تماس بگیرید.
first-over = این درس تمام شده است.
first-clash = ⏰ درس شما در همین ساعت است.

## Appointments
first-interpreter-asked = 🗣 مترجم { $language } درخواست شد.
first-started-call = شروع شده است. با شخص رابط خود تماس بگیرید.
first-not-sent =
    این نرسید.
    لطفاً تماس بگیرید: { $name } ☎ { $phone }
    | لطفاً تماس بگیرید: ☎ { $phone }

## Tasks
first-undone = ↩ هنوز انجام نشده است. این ثبت شد.
first-all-done = ✅ حالا کاری نیست.

## People
first-call =
    ☎ { $name }: { $phone }، { $hours }
    | ☎ { $name }: { $phone }
    | ☎ { $phone }
first-map = 📍 { $link }
first-no-call = ✅ تماس لازم نیست. این ثبت شد.
first-cancel = ✅ چیزی فرستاده نشد.
first-too-long = این خیلی طولانی است. کوتاه‌تر بنویسید.
first-translator-away = حالا نمی‌توانم ترجمه کنم.

## Choices
first-kept = ✅ انتخاب شما ثبت شد.
first-messages-again = ✅ پیام‌ها دوباره اینجا می‌آیند.
first-resumed = ▶ پیام‌ها دوباره می‌آیند.
first-paused = ⏸ پیام‌ها فعلاً نمی‌آیند.
first-protected = 📩 از حالا فقط یک خبر کوتاه می‌آید.

## What the chat cannot take
first-number-removed =
    یک شماره شخصی را پاک کردم.
    هرگز آن را اینجا نفرستید؛ کسی اینجا آن را نمی‌خواهد.
first-no-files =
    نمی‌توانم فایل‌ها را ببینم.
    مدارک را در باجه نشان دهید.
first-no-voice = نمی‌توانم پیام صوتی را گوش کنم.
first-danger =
    خطر هست؟
    با 112 تماس بگیرید.
    من یک برنامه کامپیوتری هستم و حالا کسی این را نمی‌خواند.
    آیا کسی با شما تماس بگیرد؟
first-no-objection =
    اینجا جای اعتراض نیست.
    نامه می‌گوید کجا و تا چه زمانی.
    { $caseworker } می‌تواند توضیح دهد.
first-not-answered =
    اینجا نمی‌توانم به این جواب دهم.
    { $caseworker } می‌تواند برای شما توضیح دهد.
