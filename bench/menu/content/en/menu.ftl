### status: draft, 2026-11-24
### The menu of the benchmark; every screen says the person's own number and the count of steps.

home-home =
    Menu
    { $number } · step { $step }
    { $when }, { $place }
    Teacher: { $teacher }
    .lessons = 📚 Lessons
    .plan = 🧭 Plan
    .people = 🧑 People

menu-plan =
    My plan
    { $number } · step { $step }
    { $when }, { $place }
    Teacher: { $teacher }
    .back = ⬅ Back
    .home = 🏠 Home

menu-lessons =
    My lessons
    { $number } · step { $step }
    { $when }, { $place }
    Teacher: { $teacher }
    .lesson1 = Lesson 1
    .lesson2 = Lesson 2
    .lesson3 = Lesson 3
    .back = ⬅ Back
    .home = 🏠 Home

menu-lesson =
    One lesson
    { $number } · step { $step }
    { $when }, { $place }
    Teacher: { $teacher }
    .back = ⬅ Back
    .home = 🏠 Home

menu-people =
    My people
    { $number } · step { $step }
    { $when }, { $place }
    Teacher: { $teacher }
    .back = ⬅ Back
    .home = 🏠 Home
