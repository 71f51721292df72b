"""How the help given to victims and to their children is called."""

from reports.reading.calling import Called

EN_PERSON = "victim*|person*|people|survivor*|them|women"

CALLED = {
    "assistance.sheltered": Called(
        en=(
            "shelter* bed|took_in|plac*|accommodat*|admitt*|hous*|stay*|taken|receiv*|lived|sheltered",
            "sheltered !grant*|fund*|manat*",
            "safe_accommodation|safe_house* provid*|given|receiv*|plac*",
        ),
        az=(
            "sığınaca* yerləşdiril*|yerləşdirilmiş*|qəbul*|yerləşib|təmin|yardım|verilib|verilmişdir|qalıb",
            "sığınacağa yerləşdir*|qəbul*|götürül*",
            "sığınacaqla|sığınacaqda təmin*|yerləş*|qal*|yaşa*",
        ),
        ru=(
            "убежищ*|приют*|шелтер* жил*|помещ*|размещ*|принят*|приня*|посел*|прожив*|устро*|направл*|наш*",
        ),
    ),
    "assistance.medical": Called(
        en=(
            "medical* provid*|given|receiv*|help*|assist*|aid|care|service* !course*|train*|worker*",
        ),
        az=("tibbi yardım*|xidmət*|kömək* !işçi*|kurs*",),
        ru=("медицинск* помощ*|услуг*|оказан* !работник*",),
    ),
    "assistance.psychological": Called(
        en=(
            "psycholog* provid*|given|receiv*|help*|assist*|aid|care|service*|support",
        ),
        az=("psixoloji yardım*|xidmət*|kömək*|dəstə*",),
        ru=("психологическ* помощ*|услуг*|оказан*|поддержк*",),
    ),
    "assistance.legal": Called(
        en=(
            "legal provid*|given|receiv*|help*|assist*|aid|advice|service*|support|counsel*",
        ),
        az=("hüquqi yardım*|xidmət*|kömək*|məsləhət*|dəstə*",),
        ru=("юридическ*|правов* помощ*|услуг*|оказан*|консультац*",),
    ),
    "assistance.employed": Called(
        en=(
            "job*|employment|work provid*|found|given|got|obtain*|placed|secured|helped !contract*|center*|centre*|monitor*",
            "employed|hired|jobs|took_up_work !illegal*|contract*",
            "provided_with_job*|provided_with_work|provided_with_employment|found_work|found_job*|placed_in_job*|found_a_job",
        ),
        az=(
            "işlə təmin*|təchiz*",
            "iş tap*|verilib",
            "işə düzəl*|götürül*|qəbul*|yerləşdir*",
            "məşğulluğ*|iş_yeri* təmin*|verilib|tap*",
        ),
        ru=(
            "трудоустро*",
            "работ* обеспеч*|устроен*|устроил*|нашл*|предоставл* !разъяснит*",
        ),
    ),
    "assistance.vocational": Called(
        en=(
            "vocational*|professional_training|professional_course* sent|referr*|attend*|course*|train*|enrol*|direct*|began|started !institution*|representative*|educational",
            "training_course*|skills_course*|retrain* sent|referr*|enrol*|attend* ~victim*|survivor*",
        ),
        az=(
            "peşə kurs*|hazırlı*|təlim*|yönəldil*|göndər*|yazıl*|cəlb",
            "kurslar* göndər*|yönəl*|yazıl*|cəlb* !jurnalist*|əməkdaş*",
        ),
        ru=(
            "профессиональн*|профобуч*|профподготов* курс*|обучен*|подготов*|направл*",
            "курс* направл*|прошл*|отправл* ~жертв*|пострадавш*",
        ),
    ),
    "assistance.returned_to_family": Called(
        en=(
            "famil*|home|relatives return*|reunit*|reintegrat*|went_back|back_to|came_back !women_and",
            "famil* reunif*|reunion*",
        ),
        az=(
            "ailə*|evlərinə|evinə|evlərinə|evə qayt*|qayıd*|qovuş*|qaytarıl*|təhvil !problem*",
        ),
        ru=("сем*|домой|родн* верн*|возвра*|воссоедин*|передан*",),
    ),
    "allowances.recipients": Called(
        en=(
            "allowance*|subsid*|one_time_payment*|lump_sum*|benefit* paid|receiv*|got|given|granted|recipient*",
            "one_time|one_off|lump_sum allowance*|subsid*|payment*|assistance|benefit*|aid paid|receiv*|got|given|granted|recipient*",
        ),
        az=(
            "müavinət*|birdəfəlik* ödənil*|ödənmiş*|veril*|al*|təmin*",
            "ödənil*|ödənmiş* manat* ~müavinət* !hər|cərimə*|layihə*",
        ),
        ru=("пособи*|единовременн*|выплат* выплач*|получ*|выда*|предоставл*|выплат*",),
    ),
    "allowances.amount_azn": Called(
        en=(
            "allowance*|subsid*|one_time_payment*|lump_sum* total*|altogether|in_all|overall !from|until|each|per",
            "total*|altogether|in_all|overall|expenditure expenditure|amount*|sum|spent|paid|came|manat*|azn ~allowance*|subsid*|one_time|one_off|lump_sum !from|until|each|per|fine*|project*|grant*|budget*|cost*|repair*",
        ),
        az=(
            "müavinət* cəmi|ümumi|ümumilikdə !hər|qədər|artırıl*",
            "cəmi|ümumi*|ümumilikdə|məbləğ* məbləğ*|ödənil*|ödənmiş*|manat*|azn ~müavinət* !hər|qədər|artırıl*|cərimə*|layihə*|büdcə*|təmir*",
        ),
        ru=(
            "пособи*|единовременн* всего|общ*|итого !кажд*|до|с_400",
            "всего|общ*|итого|сумм* сумм*|составил*|выплач*|манат* ~пособи*|единовременн* !кажд*|до|штраф*|проект*|бюджет*|ремонт*",
        ),
    ),
    "dependants.preschool": Called(
        en=(
            "pre_school*|preschool*|kindergarten*|nursery|nurseries child*|educat*|place*|sent|direct*|enrol*",
        ),
        az=(
            "məktəbəqədər|bağça*|uşaq_bağça* təhsil*|uşaq*|cəlb*|yerləşdir*|yönəl*|göndər*",
        ),
        ru=(
            "дошкольн*|детск*_сад* дет*|ребен*|образован*|обучен*|направл*|определ*|устро*",
        ),
    ),
    "dependants.alimony": Called(
        en=(
            "alimony|child_support|maintenance_payment* provid*|obtain*|receiv*|secur*|child*|paid|award*|granted|claim*",
        ),
        az=("aliment* təmin*|ödənil*|uşaq*|alın*|təyin*|bağla*|tutul*",),
        ru=("алимент* обеспеч*|получ*|дет*|ребен*|назнач*|взыска*|выплат*",),
    ),
    "dependants.documents": Called(
        en=(
            "document*|papers|birth_certificate* assist*|help*|obtain*|receiv*|issu*|child*|get|getting !illegal*|travel|crime*|offence*|forg*|traffick*",
            "necessary_document*|identity_paper*|birth_certificate* assist*|help*|obtain*|issu* child* !illegal*|crime*",
        ),
        az=(
            "sənəd* uşaq* kömək*|əldə*|rəsmiləşdir*|alın*|təmin*|yardım*|hazırlan* !qanunsuz|cinayət*",
            "sənəd* kömək*|əldə*|rəsmiləşdir*|alın* ~uşaq*|övlad* !qanunsuz|cinayət*",
        ),
        ru=(
            "документ* дет*|ребен* получ*|оформл*|помощ*|помог*|содейств*|выда*|выправ* !незаконн*|преступл*",
            "документ* получ*|оформл*|помощ*|помог*|содейств* ~дет*|ребен* !незаконн*|преступл*",
        ),
    ),
}
