"""How the victims of the year are called."""

from reports.reading.calling import Called

CALLED = {
    "victims.identified": Called(
        en=(
            "?victim*|survivor*",
            "victim*|survivor* identif*|recogni*|detect*|establish*|discovered|uncovered",
            "person*|people|individual* identif*|recogni* as_victim*|as_a_victim|victims",
            "trafficking_victim*|victim*_of_traffick*|victim*_of_human_traffick*|victim*_of_thb",
            "victim*_of_these_groups|victim*_status|status_of_victim|status_of_a_victim",
            "victim*|survivor* number|total|count|came|reached",
        ),
        az=(
            "?qurban*|zərərçəkmiş*",
            "qurban*|zərərçəkmiş*|zərərçəkən*|zərər_çəkmiş* müəyyən*|aşkar*|tanın*|təsbit*",
            "insan_alveri_qurban*|insan_alverinin_qurban*|insan_alverindən_zərər*",
            "qurban*|zərərçəkmiş* say*|rəqəm*|cəmi",
            "qurban_statusu|qurban_kimi",
        ),
        ru=(
            "?жертв*|пострадавш*",
            "жертвами_стали|жертвами_торговц*|стали_жертвами|жертвой_стал* человек*|лиц*|людьми",
            "жертв*|пострадавш*|потерпевш* выявл*|выявил*|установ*|идентифиц*|признан*|обнаруж*",
            "жертв*_торговл*|жертв*_траффикинг*|пострадавш*_от_торговли|жертв*_трафик*",
            "жертв*|пострадавш* числ*|количеств*|всего|составил*",
            "статус*_жертвы|жертвами_признан*",
        ),
    ),
    "victims.forced_labour": Called(
        en=(
            "forced_labo*|labo*_exploit* victim*|survivor* identif*|recogni*|detect*|establish*",
            "forced_labo*|forced_begging|labo*_exploit* victim*|survivor*",
            "subjected_to_forced_labo*|forced_into_labo* begging|work|exploit*",
            "victim*|survivor* exploit*|subjected ~forced_labo*",
            "victim*_of_forced_labo*|forced_labo*_victim*|victim*_of_labo*_exploit*|subjected_to_forced_labo* identif*|recogni*|among|includ*|number",
            "victim*_of_forced_labo*|forced_labo*_victim*|victim*_of_labo*_exploit*|forced_to_work|forced_into_labo*|made_to_work",
        ),
        az=(
            "məcburi_əmə* qurban*|zərərçəkmiş*|məruz|cəlb",
            "məcburi_əmə* qurban*|zərərçəkmiş*|məruz müəyyən*|aşkar*|tanın*",
            "qurban*|nəfər*|zərərçəkmiş* istismar* ~məcburi_əmə*",
            "məcburi_əmək_qurban*|məcburi_əməyin_qurban*|məcburi_əməyə_cəlb|məcburi_əməyə_məruz|əmək_istismar*",
        ),
        ru=(
            "принудительн*_труд*|трудов*_эксплуат*|рабск*_труд* жертв*|пострадавш*|подверг*",
            "принудительн*_труд*|трудов*_эксплуат* жертв*|пострадавш*|подверг* выявл*|установ*|признан*",
            "жертв*|пострадавш*|человек* эксплуат* ~принудительн*_труд*",
            "жертв*_принудительн*_труд*|пострадавш*_от_принудительн*|жертв*_трудов*|подвергнут*_принудительн*|подверглись_принудительн*|принуждал*_к_труду|принуждены_к_труду",
        ),
    ),
}
