"""How the hotline 152 is called."""

from reports.reading.calling import Called

CALLED = {
    "calls.received": Called(
        en=(
            "appeal*|call*|caller*|inquir*|enquir*|applications|requests|contacts hotline*|helpline*|telephone|line|phone|152|hot_line !traffick*_related|because_of_traffick*",
            "appeal*|call*|inquir*|enquir* receiv*|answer*|made|came|taken|handled",
            "appeal*|call*|inquir*|enquir* receiv*|answer*|made|came|taken|handled hotline*|helpline*|telephone|line|phone|hot_line",
        ),
        az=(
            "müraciət*|zəng* qaynar*|xət*|telefon* daxil_ol*|qəbul*|edilib|olunub|edilmiş*|araşdır*",
            "müraciət*|zəng* qaynar*|xət*|telefon*|daxil|qəbul*",
        ),
        ru=(
            "обращени*|звон* горяч*|лини*|телефон* поступ*|принят*|получ*|рассмотр*",
            "обращени*|звон* горяч*|лини*|телефон*|поступ*|принят*",
        ),
    ),
    "calls.trafficking_related": Called(
        en=(
            "appeal*|call*|inquir* traffick* referr*|related|concern*|because|connected|about|passed",
        ),
        az=(
            "müraciət*|zəng* alver* bağlı|aid|əlaqədar|göndər*|yönləndir*|barədə|ilə_bağlı",
        ),
        ru=("обращени*|звон* торговл* связан*|касал*|переда*|направл*|относил*",),
    ),
}
