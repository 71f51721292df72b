"""How the totals since 2005 are called; that they are totals, the years say."""

from reports.reading.calling import Called

CALLED = {
    "cumulative.victims": Called(
        en=(
            "victim*|survivor* identif*|recogni*|detect*|establish*",
            "victim*|survivor*",
        ),
        az=("qurban*|zərərçəkmiş* müəyyən*|aşkar*|tanın*", "qurban*|zərərçəkmiş*"),
        ru=(
            "жертв*|пострадавш* выявл*|установ*|идентифиц*|признан*",
            "жертв*|пострадавш*",
        ),
    ),
    "cumulative.prosecuted": Called(
        en=(
            "prosecuted|prosecution|prosecuting|brought_to_justice|brought_to_court|sent_to_court|before_the_court|on_trial|indict* people|person*|accused|trafficker*",
            "prosecuted|prosecution|prosecuting|brought_to_justice|brought_to_court|sent_to_court|before_the_court",
        ),
        az=(
            "məhkəmə*|məsuliyyət* veril*|cəlb*|göndər* nəfər*|şəxs*|alverçi*",
            "məsuliyyət*|məhkəməyə cəlb*|veril*",
        ),
        ru=(
            "суд|суду|ответственност*|суда|судом предан*|привлеч*|предста*|передан*|направл* лиц*|человек*|обвиняем*",
            "предан*|привлеч*|предста* суду|ответственност*|судом",
        ),
    ),
    "cumulative.offences": Called(
        en=(
            "case*|crime*|offence*|offense*|fact* traffick*|forced_labo* !complet*",
            "crime*|offence*|offense*|fact* regist*|record*|detect*|uncover*",
        ),
        az=("cinayət*|fakt*|hal* alver*|məcburi_əmə*", "cinayət*|fakt* qeydə|aşkar*"),
        ru=(
            "преступл*|факт*|случа*|случаям|дел* торговл*|принудительн*",
            "преступл*|факт* зарегистр*|выявл*",
        ),
    ),
}
