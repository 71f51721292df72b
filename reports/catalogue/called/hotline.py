"""How the hotline 152 is called."""

from reports.reading.calling import Called

CALLED = {
    "calls.received": Called(
        en=(
            "appeal*|call*|caller*|inquir*|enquir*|applications|requests|contacts hotline*|helpline*|telephone|line|phone|152|hot_line !traffick*_related|because_of_traffick*",
            "appeal*|call*|inquir*|enquir* receiv*|answer*|made|came|taken|took|handled",
            "appeal*|call*|inquir*|enquir* receiv*|answer*|made|came|taken|handled hotline*|helpline*|telephone|line|phone|hot_line",
        ),
        az=(
            "müraciət*|zəng* qaynar*|xət*|telefon* daxil_ol*|qəbul*|edilib|olunub|edilmiş*|araşdır*",
            "müraciət*|zəng* qaynar*|xət*|telefon*|daxil|qəbul*|152",
        ),
        ru=(
            "обращени*|звон* горяч*|лини*|телефон* поступ*|принят*|получ*|рассмотр*",
            "обращени*|звон* горяч*|лини*|телефон*|поступ*|принят*|152",
        ),
    ),
    "calls.trafficking_related": Called(
        en=(
            "appeal*|call*|inquir* traffick* referr*|related|concern*|because|connected|about|passed",
            "traffick* concern*|related|connected|about|because|referr* ~appeal*|call*|inquir* !victim*|offence*",
        ),
        az=(
            "müraciət*|zəng* alver* bağlı|aid|əlaqədar|göndər*|yönləndir*|barədə|ilə_bağlı",
            "alver* bağlı|aid|əlaqədar ~müraciət*|zəng* !qurban*|cinayət*|fakt*",
        ),
        ru=(
            "обращени*|звон* торговл* связан*|касал*|переда*|направл*|относил*",
            "торговл* связан*|касал*|относил* ~обращени*|звон* !жертв*|факт*",
        ),
    ),
}

TOPICS = {
    "labour": Called(
        en=("labo*_activit*|labo*_matter*|labo*_issue*|labo*|work|employment|jobs",),
        az=("əmək|əmək_fəaliyyət*|iş|məşğulluq*",),
        ru=("труд*|работ*|занятост*|трудоустройств*",),
    ),
    "education": Called(
        en=("education*|study|studies|school*",),
        az=("təhsil*",),
        ru=("образован*|учеб*",),
    ),
    "marriage_with_foreigner": Called(
        en=("marriage*|marry*|married",), az=("nikah*|evlən*",), ru=("брак*|браков",)
    ),
    "domestic_violence": Called(
        en=("domestic_violence|violence_in_the_family|family_violence|violence",),
        az=("məişət_zorakılı*|ailə_zorakılı*|zorakılı*",),
        ru=("домашн*_насил*|семейн*_насил*|бытов*_насил*|насили*",),
    ),
    "migrant_registration": Called(
        en=("registration*|registering",), az=("qeydiyyat*",), ru=("регистрац*",)
    ),
    "adoption": Called(
        en=("adoption*|adopting|adopt",), az=("övladlığa*",), ru=("усыновл*|удочер*",)
    ),
    "other": Called(
        en=(
            "other_issue*|other_matter*|other_question*|other_topic*|other_subject*|other",
        ),
        az=("digər|sair|başqa_məsələ*",),
        ru=("прочи*|друг*_вопрос*|ины*_вопрос*|остальн*|другим|другие",),
    ),
}
"""What the appeals are about, by the cell of the breakdown "topic"."""
