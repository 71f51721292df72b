"""How the work of other agencies against forced labour is called."""

from reports.reading.calling import Called

CALLED = {
    "labour.sites_inspected": Called(
        en=(
            "site*|construction_site*|facilit*|building_site* construct*|building|inspect* inspect*|contract*|labo*|work*|check*",
            "construction_site*|building_site*",
        ),
        az=(
            "tikinti*|obyekt* obyekt*|sahə*|meydança* müqavilə*|işlə*|yoxlan*|aşkar*",
            "tikinti_obyekt*|tikinti_sahə*|inşaat_obyekt*",
        ),
        ru=(
            "стройк*|строек договор*|рабоч*|провер*|инспек*",
            "строительн*|строик*|объект* объект*|площадк* договор*|работ*|провер*|инспекц*",
            "строительн*_объект*|строительн*_площадк*|стройк*",
        ),
    ),
    "labour.workers_without_contract": Called(
        en=(
            "without|no|informal*|unregistered|unofficial* contract* people|person*|worker*|employee*|labourer*|work*",
            "people|worker*|employee*|labourer* without|no|informal*|unregistered contract*|labo*|employ* work*|site* ",
        ),
        az=(
            "müqavilə* nəfər*|işçi*|şəxs*|fəhlə* bağlamadan|olmadan|müqaviləsiz|müqaviləsi|bağlanmadan|əmək",
            "müqaviləsiz işlə*|çalış*|cəlb*|nəfər*",
        ),
        ru=(
            "рабоч*|работник* без договор*|контракт*",
            "без человек|лиц*|работник*|рабоч* договор*|контракт*|оформлен*",
            "без_договор*|без_трудов*|без_контракт*|без_оформлен* работа*|труди*|человек|лиц*",
        ),
    ),
    "labour.employers_to_prosecutor": Called(
        en=(
            "employer*|material*|compan*|firm*|other|others|file|files prosecut* sent|submitted|forward*|referr*|transferr*|passed|general",
        ),
        az=(
            "işəgötürən*|iş_verən*|material*|sahibkar*|digər* prokurorlu* göndər*|təqdim*|veril*|ünvanlan*",
        ),
        ru=(
            "работодател*|материал*|предпринимат*|друг*|остальн* прокуратур*|прокурор* направл*|передан*|отправл*|представл*",
        ),
    ),
    "labour.employers_fined": Called(
        en=("employer*|compan*|firm*|other|others fine*|fining|penalt* !traffick*",),
        az=("işəgötürən*|iş_verən*|sahibkar*|digər* cərimə*|cərimələn*",),
        ru=("работодател*|предпринимат*|друг*|остальн* штраф*|оштраф*",),
    ),
    "labour.fines_azn": Called(
        en=(
            "fine*|penalt* impos*|total*|amount*|administrative|levied|sum|employer*|worth",
        ),
        az=("cərimə* tətbiq*|məbləğ*|manat*|inzibati|işəgötürən*|edilib|edilmiş*",),
        ru=("штраф*|оштраф* налож*|сумм*|административн*|размер*|работодател*",),
    ),
    "labour.contracts_growth": Called(
        en=(
            "contract* employment|labo*|work_contract* increas*|grew|growth|rose|more|new|additional !without|inspect* ^private",
            "number_of_employment_contract* increas*|grew|growth|rose ^private",
        ),
        az=(
            "müqavilə* əmək* artıb|artmış*|artım*|artaraq|çoxalıb|yeni !olmadan|bağlamadan ^özəl",
        ),
        ru=(
            "договор*|контракт* трудов* увелич*|вырос*|рост*|прирост*|возрос*|больше !без ^частн*",
        ),
    ),
    "labour.contracts_growth_private": Called(
        en=(
            "private_sector|private ~contract*|increas*|employment",
            "private_sector contract*|increas*|employment includ*|of_which|of_these|them|of_it",
        ),
        az=("özəl sektor*|bölmə* ~müqavilə*|artıb|artım*",),
        ru=("частн* сектор* ~договор*|контракт*|рост*",),
    ),
    "migration.foreigners_sanctioned": Called(
        en=(
            "foreigner*|foreign_citizen*|foreign_national*|migrant* violat*|breach*|broke*|breaking|administrativ*|liab*|rules|sanction* stay*|residen*|rules|administrativ* !deport*|expel*|seminar*",
            "foreigner*|foreign_citizen*|foreign_national*|migrant* violat*|breach*|rules|liab*",
        ),
        az=(
            "əcnəbi*|miqrant* cəzalan*|cərimə*|məsuliyyət* !çıxarıl*",
            "əcnəbi*|xarici_vətəndaş*|miqrant* pozan*|pozun*|pozmuş*|qayda*|inzibati məsuliyyət*|yaşama*|olma*|cəlb*|aşkar* !çıxarıl*|seminar*",
            "əcnəbi*|miqrant* qaydalar*|pozan*|pozmuş*",
        ),
        ru=(
            "иностран*|мигрант* наказ*|оштраф*|привлеч* миграц*|служб*|ответственност*",
            "иностран*|мигрант* нарушив*|нарушен*|нарушил*|правил*|административн* ответственност*|пребыван*|прожив*|привлеч*|выявл* !выдвор*|депорт*|семинар*",
            "иностран*|мигрант* правил*|нарушив*|нарушен*",
        ),
    ),
    "migration.foreigners_deported": Called(
        en=(
            "deport*|expel*|expuls*|removed_from foreigner*|them|administrative*|countr*|were|migrant*",
            "deport*|expel*|expuls*",
        ),
        az=(
            "çıxarıl*|deportasiya*|deport ölkə*|inzibati|hüdud*|əcnəbi*|respublika*|edilib",
            "ölkədən_çıxarıl*|hüdudlarından_kənara|inzibati_qaydada_çıxarıl*|deportasiya*",
        ),
        ru=(
            "выдвор*|депорт*|выслан* административн*|иностран*|стран*|предел*",
            "выдвор*|депорт*|выслан*",
        ),
    ),
    "raids.children": Called(
        en=(
            "child*|minor*|juvenile* raid*|street*|beg*|child_labo*|outside_the_family|work* identif*|found|detect*|reveal*|discover*",
            "child*|minor*|juvenile* raid*|street*|begging|child_labo* !only|confirmed|preschool",
        ),
        az=(
            "uşaq*|azyaşlı*|yetkinlik* reyd*|küçə*|dilən*|uşaq_əmə* müəyyən*|aşkar*|işlə*|tap*",
            "uşaq*|azyaşlı* reyd*|küçə*|dilən*|uşaq_əmə*",
        ),
        ru=(
            "дет*|ребен*|несовершеннолетн*|подрост* реид*|улиц*|попрошаи*|детск*_труд* выявл*|установ*|обнаруж*|работа*",
            "дет*|ребен*|несовершеннолетн* реид*|улиц*|попрошаи*|детск*_труд*",
        ),
    ),
    "raids.confirmed_victims": Called(
        en=(
            "only|confirm*|examin* victim* forced_labo*|confirm*|examin* ~child*|minor*|raid*",
            "only|just confirm*|victim* ~raid*|street*|begging",
        ),
        az=("yalnız|təsdiq*|araşdır* qurban*|məcburi_əmə* ~uşaq*|azyaşlı*|reyd*",),
        ru=(
            "лишь|только|подтвержд*|подтверд* жертв*|принудительн* ~дет*|реид*|несовершеннолетн*",
        ),
    ),
    "raids.parents_sanctioned": Called(
        en=(
            "parent*|guardian*|mother*|father* sanction*|liab*|administrativ*|fine*|penalt*|responsib*|punish*|failed",
        ),
        az=("valideyn*|qəyyum* inzibati|cərimə*|məsuliyyət*|cəza*|tənbeh*|tədbir*",),
        ru=(
            "родител*|опекун* административн*|штраф*|ответственност*|наказ*|взыскан*|санкц*",
        ),
    ),
    "raids.materials_sent": Called(
        en=(
            "material*|files|cases|dossier* commission*|relevant_organi*|local_executive|authorit*|executive sent|submitted|forward*|referr*|passed|went|handed !prosecutor*|propaganda|language*",
        ),
        az=(
            "material* komissiya*|aidiyyəti*|icra_hakimiyyət*|qurum* göndər*|təqdim*|veril* !prokuror*|təbliğat*",
        ),
        ru=(
            "материал* комисси*|исполнительн*|орган*|инстанц* направл*|передан*|отправл* !прокур*|агитац*|язык*",
        ),
    ),
    "dost.children_monitored": Called(
        en=(
            "child*|ward*|address* adopt*|guardian*|custod*|foster* monitor*|visit*|dost|check*|observ*",
            "dost child*|adopt*|guardian*|ward*",
        ),
        az=(
            "uşaq*|ünvan* övladlı*|qəyyum*|himayə*|dost monitorinq*|baxış*|dost|yoxlan*|baş_çək*",
        ),
        ru=(
            "дет*|ребен*|адрес* усыновл*|опек*|опеч*|попечит* мониторинг*|дост|провер*|посещ*|навещ*",
        ),
    ),
}
