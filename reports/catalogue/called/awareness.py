"""How awareness of the public, grants and training of officers are called."""

from reports.reading.calling import Called

CALLED = {
    "activities.seminar_regions": Called(
        en=(
            "cit*|region*|district*|town* seminar*|awareness|meeting*|event*|training* held|organi*|conduct*|took_place|covered",
            "cit*|region*|district*|town* seminar*|awareness",
        ),
        az=(
            "şəhər*|rayon*|bölgə* seminar*|maarifləndir*|tədbir*|görüş* keçiril*|təşkil*|əhatə*",
            "şəhər*|rayon*|bölgə* seminar*",
        ),
        ru=(
            "город*|район*|регион* семинар*|просветительск*|мероприят*|встреч* провед*|организ*|прошл*|охват*|состоя*",
            "город*|район*|регион* семинар*",
        ),
    ),
    "activities.copies": Called(
        en=(
            "material*|leaflet*|booklet*|brochure*|copies|flyer*|poster* propaganda|awareness|information*|different_languages|printed|distribut*|handed_out|prepared|campaign* !commission*|sent_to|prosecutor*",
            "leaflet*|booklet*|brochure*|copies distribut*|handed|printed|given",
        ),
        az=(
            "material*|buklet*|vəsait*|nüsxə*|vərəqə*|broşür* təbliğat*|maarifləndir*|çap|yayıl*|paylan*|hazırlan*|dil* !komissiya*|prokuror*",
        ),
        ru=(
            "материал*|буклет*|брошюр*|листов*|экземпляр*|памят* агитац*|пропаганд*|просветит*|информац*|распростран*|роздан*|раздан*|подготовл*|язык* !комисс*|прокур*",
        ),
    ),
    "activities.events_attended": Called(
        en=(
            "conference*|seminar*|training*|event* participat*|attend*|took_part|taken_part officer*|employee*|staff|special_police|polic*|agency",
            "conference*|seminar*|training*|event* participat*|attend*|took_part|taken_part ~officer*|employee*|staff|polic*|agency|department*",
            "conference*|seminar*|training* attended",
        ),
        az=(
            "konfrans*|seminar*|təlim*|tədbir* iştirak* əməkdaş*|polis*|işçi*|qurum*",
            "konfrans*|seminar*|təlim*|tədbir* iştirak* ~əməkdaş*|polis*|idarə*",
        ),
        ru=(
            "конференц*|семинар*|тренинг*|мероприят* участ*|посет* сотрудник*|полиц*|служ*",
            "конференц*|семинар*|тренинг*|мероприят* участ*|посет*|участник* ~сотрудник*|полиц*|служб*",
        ),
    ),
    "activities.events_instructed": Called(
        en=(
            "event*|training*|seminar*|conference*|them|instructor* instructor*|trainer*|taught|lectur*|as_instructor*|led|teach*",
            "event*|training*|seminar*|instructor* international|instructor*|trainer*|taught instructor*|trainer*|lectur*",
        ),
        az=(
            "təlimçi*|mühazirəçi*|instruktor* tədbir*|təlim*|seminar*|qisim*|kimi|iştirak*",
            "təlimçi*|instruktor* tədbir*|təlim*|seminar* beynəlxalq|iştirak*|qisim*|kimi|çıxış*",
        ),
        ru=(
            "инструктор*|тренер*|лектор*|преподавател* мероприят*|тренинг*|семинар*|качеств*|выступ*|вел*|участ*",
            "инструктор*|тренер*|лектор* мероприят*|тренинг*|семинар* международн*|качеств*|выступ*|участ*",
        ),
    ),
    "training.foreigners": Called(
        en=(
            "foreigner*|foreign_citizen*|stateless|migrant* seminar*|particip*|attend*|training*|session*|informed|took_part",
        ),
        az=(
            "əcnəbi*|vətəndaşlığı_olmayan*|xarici_vətəndaş*|miqrant* seminar*|iştirak*|təlim*|cəlb*",
        ),
        ru=(
            "иностран*|апатрид*|лиц*_без_гражданства|мигрант* семинар*|участ*|охват*|обучен*|занят*",
        ),
    ),
    "awards.associations": Called(
        en=(
            "association*|ngo|ngos|organi*|public_union* award*|honou*|prize*|certificate*|reward* !recipient*",
        ),
        az=("ictimai_birli*|qht*|təşkilat*|birli* mükafat*|təltif*|fəxri* ",),
        ru=(
            "объединен*|нпо|организац*|общественн* наград*|награжд*|отмечен*|поощр*|премир*",
        ),
    ),
    "grants.projects": Called(
        en=(
            "project* allocat*|grant*|financ*|fund*|submitted|support*|ngo*|non_governmental !joint",
            "project* allocat*|grant*|financ*|fund*|support* ngo*|non_governmental|association* !joint",
        ),
        az=(
            "layihə* ayrıl*|maliyyələşdir*|qrant*|təqdim*|qht*|dəstə*",
            "layihə* ayrıl*|maliyyələşdir*|qrant* qht*|qeyri_hökumət*|birli*",
        ),
        ru=(
            "проект* выдел*|финансир*|грант*|представл*|нпо|поддерж*",
            "проект* выдел*|финансир*|грант* нпо|неправительств*|объединен*",
        ),
    ),
    "grants.amount_azn": Called(
        en=(
            "project*|ngo*|non_governmental|grant*|association* allocat*|grant*|financ*|fund*|award*|receiv* ^of_which|of_this !shelter*",
            "project* allocat*|grant*|financ*|fund* ^of_which|of_this",
        ),
        az=(
            "layihə*|qht*|qeyri_hökumət*|qrant* ayrıl*|maliyyələşdir*|veril* ^onun|bunun|bundan|ondan !sığınaca*",
            "ayrılmış_vəsait|ayrılan_vəsait ~layihə*|qht* ^onun|bunun|bundan|ondan",
            "layihə* ayrıl*|maliyyələşdir* ^onun|bunun|bundan|ondan",
        ),
        ru=(
            "проект*|нпо|неправительств*|грант* выдел*|финансир*|предостав* ^из_них|из_этой|из_этих !приют*|убежищ*",
            "проект* выдел*|финансир* ^из_них|из_этой|из_этих",
        ),
    ),
    "grants.shelters_and_centres_azn": Called(
        en=(
            "shelter*|rehabilitation* financ*|allocat*|fund*|used|grant*|went|spent|support* center*|centre*|shelter*",
            "shelter* financ*|allocat*|fund*|used|grant*|went|spent|support*",
        ),
        az=(
            "sığınaca*|reabilitasiya* maliyyələşdir*|ayrıl*|xərclən*|yönəl*|sərf* mərkəz*|sığınaca*",
        ),
        ru=(
            "приют*|убежищ*|реабилитац* финансир*|выдел*|направл*|потрач*|израсход*|пошл* центр*|приют*|убежищ*",
        ),
    ),
    "grants.shelters": Called(
        en=(
            "shelter* financ*|fund*|grant*|allocat*|manat* !placed|plac*|admit*",
            "shelter* rehabilitation_center*|rehabilitation_centre* azn|went|spent|support* !placed|plac*|admit*",
            "shelter* center*|centre* rehabilitat* !placed|plac*|admit*",
        ),
        az=(
            "sığınaca* maliyyələşdir*|qrant*|ayrıl*|manat* !yerləşdir*|qəbul*",
            "sığınaca* mərkəz* reabilitasiya* !yerləşdir*",
        ),
        ru=(
            "приют*|убежищ* финансир*|грант*|выдел*|манат* !помещ*|размещ*|принят*",
            "приют*|убежищ* центр* реабилитац* !помещ*|размещ*|принят*",
        ),
    ),
    "grants.centres": Called(
        en=(
            "rehabilitation_center*|rehabilitation_centre*|center*|centre* financ*|fund*|grant*|allocat*|manat* rehabilitat*|shelter* !employment|service|dost",
            "rehabilitation_center*|rehabilitation_centre* shelter* azn|went|spent|support*",
        ),
        az=(
            "mərkəz* maliyyələşdir*|qrant*|ayrıl*|manat* reabilitasiya*|sığınaca* !xidmət|dost",
            "reabilitasiya_mərkəz* sığınaca* azn|xərclən*|yönəl*|dəstə*",
        ),
        ru=(
            "центр* финансир*|грант*|выдел*|манат* реабилитац*|приют*|убежищ* !дост",
            "реабилитац*_центр* приют*|убежищ* направл*|потрач*|израсход*|пошл*",
        ),
    ),
}
