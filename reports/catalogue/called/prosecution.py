"""How crimes, groups, wanted persons, investigations and courts are called."""

from reports.reading.calling import Called

CALLED = {
    "offences.trafficking": Called(
        en=(
            "human_traffick*|traffick*_in_person*|traffick*_in_human* crime*|offence*|offense*|fact*|case*|regist*|record*|act|acts !victim*|prosecut*|complet*|documents",
            "traffick* crime*|offence*|offense*|fact*|regist*|record*|count*",
            "traffick* crime*|offence*|offense*|fact*|case* regist*|record*|detect*|uncover*|open*|reveal*",
            "article1441 crime*|offence*|offense*|fact*|case*|regist*|record*",
        ),
        az=(
            "article1441 cinayət*|fakt*|hal|hallar*|qeydə|aşkar*",
            "insan_alver* cinayət*|fakt*|hadisə* qeydə*|aşkar*|müəyyən* !qurban*|sənəd*",
            "insan_alver* cinayət*|cinayəti|fakt*|hal|halı|hallar*|qeydə",
        ),
        ru=(
            "article1441 преступл*|факт*|случа*|зарегистр*|дел*|насчит*",
            "торговл*_людьми|траффикинг* преступл*|факт*|случа* зарегистр*|выявл*|возбужд*|раскры* !жертв*|документ*",
            "торговл*_людьми|торговл*_людьми|траффикинг* преступл*|факт*|случа*|зарегистр*|учтен*|эпизод*",
        ),
    ),
    "offences.forced_labour": Called(
        en=(
            "forced_labo* crime*|offence*|offense*|fact*|case*|regist*|record*|count* !victim*|prosecut*|cover*|complet*|prevent_forced",
            "forced_labo* crime*|offence*|offense*|fact*|case* regist*|record*|detect*|identif*|uncover*|reveal* !victim*|complet*",
            "forced_labo*",
            "article1442 crime*|offence*|offense*|fact*|case*|regist*|record*",
        ),
        az=(
            "article1442 cinayət*|fakt*|hal|hallar*|qeydə|aşkar*",
            "məcburi_əmə* cinayət*|fakt*|hal|halı|hallar*|qeydə !qurban*",
            "məcburi_əmə* cinayət*|fakt*|hal|halı|hallar* qeydə*|aşkar*|müəyyən* !qurban*",
            "məcburi_əmə*",
        ),
        ru=(
            "article1442 преступл*|факт*|случа*|зарегистр*|дел*|насчит*",
            "принудительн*_труд* преступл*|факт*|случа*|зарегистр* !жертв*|пострадавш*",
            "принудительн*_труд* преступл*|факт*|случа* зарегистр*|выявл*|возбужд* !жертв*",
            "принудительн*_труд*",
        ),
    ),
    "offences.documents": Called(
        en=(
            "document* illegal*|unlawful*|crime*|offence*|offense*|act|acts|action*|forg*|fals* !child*|alimony",
            "document* illegal*|unlawful* act|acts|action*|traffick*|crime*|offence* !child*",
            "document* traffick* regist*|record* !child*",
            "article1443 crime*|offence*|offense*|fact*|case*|regist*|record*",
        ),
        az=(
            "article1443 cinayət*|fakt*|hal|hallar*|qeydə|aşkar*",
            "sənəd* qanunsuz|saxta*|cinayət*|hərəkət* !uşaq*|aliment*",
            "sənəd* qanunsuz hərəkət*|cinayət*|əməl* !uşaq*",
        ),
        ru=(
            "article1443 преступл*|факт*|случа*|зарегистр*|дел*|насчит*",
            "документ* незаконн*|преступл*|противоправ*|поддел* !дет*|алимент*",
            "документ* незаконн*|противоправ* действ*|преступл*|зарегистр* !дет*",
        ),
    ),
    "groups.neutralised": Called(
        en=(
            "group*|gang*|network*|ring|rings criminal|organi*|traffick*|gang*|ring|rings neutrali*|dismantl*|harmless|broken|disrupt*|detect*|broke|busted|eliminat*|stopped|halted|put_an_end !organ|transplant*|media",
            "criminal_group*|criminal_network*|gang* !organ|transplant*",
        ),
        az=(
            "qrup*|dəstə* cinayətkar*|mütəşəkkil zərərsizləşdir*|ifşa*|aşkar*|ləğv* !insan_orqan*|orqan_alver*|orqan_transplant*|orqanların_qanunsuz|orqanların_alver*|orqanların_köçürül*|orqanlarının_alver*|orqanlarının_qanunsuz|orqanlarının_transplant*|daxili_orqan*|transplant*",
            "cinayətkar_qrup*|cinayətkar_dəstə* !insan_orqan*|orqan_alver*|orqan_transplant*|orqanların_qanunsuz|orqanların_alver*|orqanların_köçürül*|orqanlarının_alver*|orqanlarının_qanunsuz|orqanlarının_transplant*|daxili_orqan*|transplant*",
        ),
        ru=(
            "банд*|опг|группировк* обезвре*|нейтрализ*|пресеч*|ликвидир*|раскры*|разоблач*",
            "групп*|групп|банд* преступн*|организован* обезвре*|нейтрализ*|пресеч*|ликвидир*|раскры*|разоблач* !торговл*_органами|органами_человека|человеческ*_орган*|органов_человека|продаж*_орган*|изъяти*_орган*|пересадк*|трансплант*",
            "преступн*_групп*|опг !трансплант*",
        ),
    ),
    "groups.members": Called(
        en=(
            "member*|consist*|made_up|compris*|composed|involv*|formed group*|gang*|network* neutrali*|dismantl*|harmless|consist*|made_up|compris*|composed|broken|total|with|detect*|broke",
            "member* group*|gang*|network*|ring*",
        ),
        az=(
            "üzv*|ibarət|nəfərlik qrup*|dəstə* zərərsizləşdir*|ibarət|üzv*|ifşa*|daxil*",
            "nəfərdən_ibarət|nəfərlik|üzv* qrup*|dəstə*",
        ),
        ru=(
            "член*|участник*|состоя*|состав*|насчитыв*|объединя*|входил* групп*|банд* человек|лиц*|обезвре*|состоя*|состав*|входил*|нейтрализ*|насчитыв*|член*|участник*|ликвидир*",
            "член*|участник* групп*|банд*",
        ),
    ),
    "wanted.total": Called(
        en=(
            "wanted|fugitive* person*|people|accused|individual*|list|total|declared|search* !by_interpol",
            "wanted|fugitive*",
            "wanted|fugitive* detain*|arrest*|caught|captur*|apprehend*",
        ),
        az=(
            "axtarış*|axtarılan* elan*|olan*|təqsirləndiril*|şəxs*|nəfər* !əməliyyat",
            "axtarışda|axtarılan*|axtarış_elan*",
            "axtarışda|axtarılan*|axtarış_elan* tutul*|saxlanıl*|yaxalan*",
        ),
        ru=(
            "розыск* объявл*|находи*|лиц*|обвиняем*|человек !оперативно",
            "розыск*|разыскиваем*",
            "розыск*|разыскиваем* задерж*|арестов*|пойма*",
        ),
    ),
    "wanted.detained": Called(
        en=(
            "detain*|arrest*|caught|captur*|apprehend* wanted|fugitive* person*|people|accused|police",
            "detain*|arrest*|caught|captur*|apprehend* wanted|fugitive*",
            "detain*|arrest*|caught|captur*|apprehend* ~wanted|fugitive* person*|people|them|these|those",
        ),
        az=(
            "tutul*|saxlanıl*|yaxalan*|həbs axtarış*|axtarılan* nəfər*|şəxs*|təqsirləndiril*",
            "tutul*|saxlanıl*|yaxalan*|həbs axtarış*|axtarılan*",
            "tutul*|saxlanıl*|yaxalan* ~axtarış*|axtarılan*",
        ),
        ru=(
            "задерж*|арестов*|пойма* розыск*|разыск* лиц*|человек*|обвиняем*|полици*",
            "задерж*|арестов*|пойма* розыск*|разыск*",
            "задерж*|арестов*|пойма* ~розыск*|разыск*",
        ),
    ),
    "wanted.detained_percent": Called(
        en=("detain*|arrest*|caught|captur*|apprehend* ~wanted|fugitive*",),
        az=("tutul*|saxlanıl*|yaxalan* ~axtarış*|axtarılan*",),
        ru=("задерж*|арестов*|пойма* ~розыск*|разыск*",),
    ),
    "cases.investigation_completed": Called(
        en=(
            "investigat* case* complet*|finish*|conclud*|finali*|closed|ended",
            "case* investigat* !child*",
            "investigation* complet*|finish*|conclud*|finali*|ended",
        ),
        az=(
            "istintaq* iş|işi|işin|işləri|işlər|işdən|işinin|işlərindən|nin tamamlan*|başa_çat*|yekunlaş*|bitmiş*|bitir*",
            "cinayət_iş* istintaq*|tamamlan*|başa*",
            "istintaq* tamamlan*|başa_çat*|yekunlaş*",
        ),
        ru=(
            "расследован*|следств* дел*|уголовн* заверш*|закончен*|оконч*",
            "расследован*|следств* заверш*|закончен*|оконч*",
            "уголовн*_дел* расследован*|заверш*",
        ),
    ),
    "accused.sent_to_court": Called(
        en=(
            "prosecuted|prosecution|prosecuting|indict*|court|courts|trial|justice|dock sent|brought|prosecuted|prosecution|prosecuting|indict*|stood|appear*|taken|face*|handed|referr*|committed|before|put accused|person*|people|defendant*|trafficker*|suspect*|individual*|perpetrator*|women|men !moral*|brothel*|awarded|alimony",
            "prosecuted|prosecution|prosecuting|sent_to_court|brought_to_justice|brought_to_court|before_the_court*|indict*|on_trial|stood_trial !moral*|brothel*",
        ),
        az=(
            "məhkəmə*|cinayət_məsuliyyət* veril*|cəlb*|göndər*|çıxarıl* təqsirləndiril*|şəxs*|nəfər* !əxlaq*|inzibati",
            "məhkəmə_məsuliyyət*|məhkəməyə|cinayət_məsuliyyət* veril*|cəlb*|göndər* !əxlaq*",
        ),
        ru=(
            "скамь*_подсудим*|под_суд|на_скамье оказал*|сел*|пошл*|попал*|отправ* человек*|лиц*",
            "суд|суду|суда|судом|уголовн*_ответственност*|правосуди* предан*|передан*|привлеч*|предста*|направл*|отдан* обвиняем*|лиц*|человек*|подсудим* !нравств*|административн*",
            "предан*_суду|передан*_суду|предстал*_перед_судом|уголовн*_ответственност*|направлен*_в_суд|передан*_в_суд|переданы_в_суд !нравств*",
        ),
    ),
    "accused.convicted": Called(
        en=(
            "convict*|guilty|sentenc*|verdict* person*|people|trafficker*|accused|defendant*|individual*|women|men",
            "convict*|guilty|sentenced|verdict*|condemned",
        ),
        az=(
            "məhkum*|ittihamedici|hökm*|təqsirli nəfər*|şəxs*|alverçi*|təqsirləndiril* !verilib_sonra",
            "məhkum*|ittihamedici_hökm*|ittiham_hökm*",
        ),
        ru=(
            "осужд*|приговор*|виновн* лиц*|человек*|торговц*|обвиняем*|подсудим*",
            "осужд*|обвинительн*_приговор*|приговорен*|признан*_виновн*",
        ),
    ),
}
