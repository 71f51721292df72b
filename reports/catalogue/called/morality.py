"""How the internet, public morality and organs are called."""

from reports.reading.calling import Called

CALLED = {
    "web.illegal_acts": Called(
        en=(
            "illegal|unlawful|acts|actions|information internet|online|web*|media|social_network*|monitor* reveal*|detect*|identif*|found|against_public|moral*",
            "illegal|unlawful|acts|actions internet|online|web*|media|monitor*",
        ),
        az=(
            "qanunsuz|əməl*|hərəkət*|məlumat* internet*|media*|kütləvi_informasiya*|sosial_şəbəkə*|monitorinq* aşkar*|müəyyən*|əxlaq*",
            "qanunsuz|əməl*|hərəkət* internet*|kütləvi_informasiya*|monitorinq*",
        ),
        ru=(
            "незаконн*|противоправ*|действ*|деян* интернет*|сми|соцсет*|мониторинг*|сети выявл*|установ*|обнаруж*|нравств*",
            "незаконн*|противоправ*|деян* интернет*|сми|мониторинг*",
        ),
    ),
    "web.confirmed_facts": Called(
        en=(
            "confirm* fact*|case*|them|information ~internet|online|monitor*|media|web* !labo*",
        ),
        az=(
            "təsdiq* fakt*|məlumat*|onlardan ~internet*|monitorinq*|media*|informasiya*",
        ),
        ru=(
            "подтвержд*|подтверд* факт*|случа*|них|информац* ~интернет*|мониторинг*|сми",
        ),
    ),
    "morality.offences": Called(
        en=(
            "moral*|brothel*|prostitut* illegal|unlawful|offence*|crime*|act|acts|actions|fact*|case* identif*|detect*|regist*|reveal*|total !internet|monitor*|about_100",
            "moral*|brothel* illegal|unlawful|offence*|crime*|act|acts|actions|fact* !internet|monitor*",
        ),
        az=(
            "əxlaq*|mənəviyyat* qanunsuz|cinayət*|əməl*|hərəkət*|fakt* aşkar*|müəyyən*|qeydə !internet*|monitorinq*",
            "əxlaq* qanunsuz|cinayət*|əməl*|hərəkət* !internet*|monitorinq*",
        ),
        ru=(
            "нравственност*|морал* незаконн*|преступл*|деян*|действ*|факт*|правонаруш* выявл*|зарегистр*|установ* !интернет*|мониторинг*",
            "нравственност*|морал* незаконн*|преступл*|деян*|действ*|факт* !интернет*|мониторинг*",
        ),
    ),
    "morality.prosecuted": Called(
        en=(
            "prosecuted|prosecution|prosecuting|faced_criminal|criminal_proceeding*|criminal_liab*|criminally_liab*|criminal_responsib*|brought_to_justice|criminally people|person*|individual* ~moral*|brothel* ^administrat*",
        ),
        az=("cinayət_məsuliyyət*|məhkəmə* nəfər*|şəxs* ~əxlaq* ^inzibati",),
        ru=("уголовн*|суду человек*|лиц* ~нравственност*|морал* ^административн*",),
    ),
    "morality.administrative": Called(
        en=(
            "administrativ* people|person*|individual* ~moral*|brothel*|prostitut* !foreigner*|parent*|employer*",
            "administrativ* responsib*|liab*|penalt* ~moral* people|person*",
        ),
        az=(
            "inzibati nəfər*|şəxs* ~əxlaq* !əcnəbi*|valideyn*",
            "inzibati məsuliyyət*|cəza*|xəta* ~əxlaq* nəfər*|şəxs*",
        ),
        ru=(
            "административн* человек*|лиц* ~нравственност*|морал* !иностран*|родител*",
            "административн* ответственност* ~нравственност* человек*|лиц*",
        ),
    ),
    "organs.groups_neutralised": Called(
        en=(
            "group*|gang*|network* organ|organs|transplant* neutrali*|dismantl*|harmless|broken|disrupt*|detect*|stopped|put_an_end",
        ),
        az=(
            "qrup*|dəstə* insan_orqan*|orqan_alver*|orqan_transplant*|orqanların_qanunsuz|orqanların_alver*|orqanların_köçürül*|orqanlarının_alver*|orqanlarının_qanunsuz|orqanlarının_transplant*|daxili_orqan*|transplant* zərərsizləşdir*|ifşa*|aşkar*",
        ),
        ru=(
            "групп*|банд* торговл*_органами|органами_человека|человеческ*_орган*|органов_человека|продаж*_орган*|изъяти*_орган*|пересадк*|трансплант* обезвре*|нейтрализ*|пресеч*|ликвидир*|раскры*",
        ),
    ),
}
