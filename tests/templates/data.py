"""Invented data of the style pages, in the three languages."""

from datetime import date
from decimal import Decimal

from thb.facts import Fact

DAY = date(2019, 6, 4)
NUMBER = 11564
PERCENT = Decimal("54.2857")

navigation = [
    {"label": "İş siyahısı", "url": "/style/parts/", "current": False},
    {"label": "Şəxslər", "url": "/style/list/", "current": True},
    {"label": "Yerlər", "url": "/style/form/", "current": False},
    {"label": "Отчёты", "url": "/style/figures/", "current": False},
    {"label": "Göndərişlər", "url": "/style/record/", "current": False},
]
quick_search = "/style/list/"

id_facts = [
    {"text": "27 yaş, qadın"},
    {"text": "Tanınıb", "kind": "ok"},
    {"text": "Otaq 3, 12-ci gün"},
    {"text": "Небезопасный телефон", "kind": "warn"},
]
id_action = {"url": "#", "text": "Qeyd əlavə et"}
SECTIONS = "Baxış Tanınma Yerləşdirmə Xidmətlər Göndərişlər Müavinət Uşaqlar Tarixçə"
sections = [
    {"label": label, "url": f"#{n}", "current": n == 0}
    for n, label in enumerate(SECTIONS.split())
]
steps = [
    {"title": "Tanınıb", "state": "done"},
    {"title": "Təhlükəsiz", "state": "current"},
    {"title": "Yardım alır", "state": ""},
    {"title": "Qayıdır", "state": ""},
    {"title": "Izlənir", "state": ""},
]
groups = [
    {
        "title": "1 Tanınma",
        "tasks": [
            {
                "title": "İlk əlaqə",
                "url": "#a",
                "kind": "ok",
                "text": "Tamamlanıb",
                "note": "14 mart 2019",
            },
            {
                "title": "Решение о признании",
                "url": "#b",
                "kind": "half",
                "text": "В работе",
            },
        ],
    },
    {
        "title": "2 Yardım",
        "tasks": [
            {
                "title": "Hüquqi yardım",
                "url": "#c",
                "kind": "danger",
                "text": "3 gün gecikir",
                "note": "Cavabı yazın",
            },
            {"title": "Reabilitasiya planı", "url": "#d", "text": "Başlanmayıb"},
            {
                "title": "Birdəfəlik müavinət",
                "kind": "no",
                "text": "Hələ başlamaq olmaz",
                "note": "Əvvəlcə: reabilitasiya planı",
            },
        ],
    },
]
facts = [
    Fact("Danışır", "Azərbaycan dili, bir az rus dili"),
    Fact("Vətəndaşlıq", "Azərbaycan"),
    Fact("Tanınıb", "16 mart 2019"),
    {"label": "Телефон", "value": "Небезопасный: общий", "state": "warn"},
    Fact("Şəxsiyyət vəsiqəsi", "", "#doc", "Sənəd əlavə et"),
]
events = [
    {
        "title": "5-ci yerdən 6-cı yerə keçib",
        "when": "4 iyun 2019, 13:52",
        "by": "G. Əliyeva",
    },
    {"title": "Психолог, вторая беседа", "when": "3 июня 2019", "by": "А. Мамедова"},
    {"title": "Otaq 3-ə yerləşdirilib", "when": "24 may 2019", "by": ""},
]
rows = [
    (
        "late",
        "3 gün gecikir",
        "KM-4821-7",
        "Leyla",
        "ok",
        "Tanınıb",
        "Sığınacaq 1, otaq 3",
    ),
    (
        "late",
        "1 gün gecikir",
        "HB-3307-2",
        "Şəbnəm",
        "ok",
        "Tanınıb",
        "Sığınacaq 1, otaq 2",
    ),
    (
        "today",
        "bu gün",
        "RT-1170-2",
        "не известно",
        "half",
        "Potensial",
        "Приют 1, комната 1",
    ),
    ("next", "06.06.2019", "PZ-2954-1", "Rəna", "ok", "Признана", "У родных"),
    ("next", "12.06.2019", "GN-5190-3", "Iradə", "no", "Bağlanıb", "Yardım mərkəzi"),
]
previous = {"before": "KM48217"}
following = {"after": "GN51903"}
bars = [
    ("Türkiyə", 350, 3, "b1", 54),
    ("Qətər", 104, 37, "b2", 16),
    ("İran", 52, 71, "b3", 8),
    ("Россия", 32, 105, "b4", 5),
    ("əvvəlki il", 60, 139, "bgk", 9),
    ("qeyd olunmayıb", 19, 173, "hatch", 3),
]
figures = [
    ("Tanınıb", 91, -7, 98, 976, "warn", "izah"),
    ("Məhkum olunub", 42, 5, 37, 570, "ok", "düzdür"),
    ("144-2-ci maddə", 4, 0, 4, None, "ok", "düzdür"),
    ("152 nömrəsinə müraciət", 6845, 412, 6433, None, "half", "təsdiq gözləyir"),
]
parts = [("qadın", 85, -8, 93), ("мужчина", 5, 1, 4), ("uşaq", 1, 0, 1)]
states = [
    ("ok", "Tamamlanıb"),
    ("half", "İcradadır"),
    ("", "Başlanmayıb"),
    ("no", "Lazım deyil"),
    ("warn", "Bu gün"),
    ("danger", "3 gün gecikir"),
    ("info", "Məlumat"),
    ("draft", "Qaralama"),
    ("free", "Boş"),
    ("held", "Saxlanıb"),
    ("used", "Tutulub"),
]
actions = [
    {"url": "#", "text": "Çap et", "icon": "print"},
    {"url": "#", "text": "Столбцы"},
    {"url": "#", "text": "Yeni şəxs", "icon": "plus", "main": True},
]
links = [{"url": "#", "text": "3 qeydi aç"}, {"url": "#", "text": "İzah yaz"}]
