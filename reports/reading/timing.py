"""Which year a number is of, by the words of its sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from reports.reading.calling import Span, Words, pattern
from reports.reading.mentions import Mention, Role
from reports.reading.tokens import Token

FIRST: Final = 2005
NEAR: Final = 7
BEFORE: Final = (
    "previous_year|year_before|year_earlier|preceding_year|prior_year|"
    "əvvəlki_il|əvvəlki_ildə|əvvəlki_ilin|əvvəlki_illə|əvvəlki_ilə|əvvəlki_ildəki|bir_il_əvvəl|bundan_əvvəlki_il*|ondan_əvvəlki_il*|"
    "предыдущ*_году|предыдущ*_года|предыдущ*_годом|предыдущ*_год|годом_ранее|позапрошл*|год_назад|годом_раньше"
)
PAST: Final = (
    "last_year|past_year|ötən_il*|keçən_il*|ötən_ilin|прошл*_год*|прошл*_году|"
    "минувш*_год*"
)
SINCE: Final = (
    "since|over_the_past|the_past_years|the_last_years|over_the_last|in_those_years|during_these_years|all_years|"
    "in_all_these_years|cumulativ*|to_date|for_all_the_years|altogether_since|"
    "son_il*|ötən_illər*|ildən|ildən_bəri|illərdə|son_illər|ötən_dövr*|bu_illər|illər_ərzində|dövrdə|"
    "ildən_indiyə|bu_günədək|il_ərzində_cəmi|начиная_с|с_тех_пор|за_эти_годы|"
    "за_последние|за_лет|за_все_годы|за_годы|за_весь_период|нарастающ*"
)
PARTIAL: Final = (
    "half_of|first_half|second_half|first_quarter|quarter_of|months_of|first_months|"
    "yarısında|birinci_yarı*|rübündə|rübü|rüb*|ayında|ayı_ərzində|aylıq|"
    "полугоди*|квартал*|месяц*_года|месяцев"
)
INSTANCE: Final = (
    "in_one_case|in_another_case|in_one_of|this_month|last_month|every_week|"
    "bir_halda|digər_halda|ötən_ay|keçən_ay|bu_ay|hər_həftə|в_одном_случае|"
    "в_другом_случае|в_этом_месяце|в_прошлом_месяце|каждую_неделю"
)
ELSEWHERE: Final = (
    "unodc|according_to_the_un|according_to_the_united_nations|унп_оон|данным_оон|"
    "bmt_nin_məlumat*|bmt_nin_hesab*|worldwide|in_the_world|globally|global_report|in_europe|countries_of_the_world|"
    "most_countries|other_countries|dünyada|dünya_üzrə|qlobal|əksər_ölkə*|avropada|"
    "в_мире|по_всему_миру|глобальн*|в_европе|в_большинстве_стран"
)
AHEAD: Final = (
    "will_be|is_planned|are_planned|plans_to|next_year|target_of|"
    "planlaşdır*|nəzərdə_tutul*|növbəti_il*|gələn_il*|"
    "планиру*|запланир*|в_следующем_году|предстоит"
)


@dataclass(slots=True)
class Times:
    """The years that a sentence names.

    `since` tells that it speaks of all years from 2005; `foreign` that its numbers are
    not of a year and a country that the register knows; so do `aside`, of the numbers
    near, and `instances`, of those after them.
    """

    main: int
    tokens: Sequence[Token] = ()
    years: list[tuple[Span, int]] = field(default_factory=list)
    pasts: list[Span] = field(default_factory=list)
    since: list[Span] = field(default_factory=list)
    aside: list[Span] = field(default_factory=list)
    instances: list[Span] = field(default_factory=list)
    until: int | None = None
    foreign: bool = False

    @property
    def only(self) -> int | None:
        """Return the one year that the sentence names, if it is one."""
        named = {year for _span, year in self.years}
        return named.pop() if len(named) == 1 else None


def times_of(
    tokens: Sequence[Token], mentions: list[Mention], main: int, words: Words
) -> Times:
    """Return the years of a sentence in a text about the year `main`."""
    times = Times(main, tokens)
    named = [found for found in mentions if found.role is Role.YEAR]
    spans = _ranges(tokens, named, times)
    for found in named:
        compared = is_compared(tokens, found)
        if found not in spans and found.value != FIRST and not compared:
            span = Span(found.first, found.last)
            times.years.append((span, int(found.value)))
    group = {name: pattern(said).groups[0] for name, said in CUES.items()}
    before = words.spans(group["before"])
    times.years += [(span, main - 1) for span in before]
    times.pasts = words.spans(group["past"])
    times.since += _since(words, group["since"], named)
    times.foreign |= bool(words.spans(group["elsewhere"]))
    times.instances = words.spans(group["instance"])
    aside = ("partial", "ahead")
    times.aside = [span for name in aside for span in words.spans(group[name])]
    return times


def is_compared(tokens: Sequence[Token], found: Mention) -> bool:
    """Tell whether a year is only compared with: "compared with 2018 it grew by 7"."""
    before = {token.fold for token in tokens[max(0, found.first - 3) : found.first]}
    after = [t.fold for t in tokens[found.last + 1 : found.last + 6] if t.is_word]
    return bool(before & COMPARED) or any(
        word.startswith("muqayise") for word in after[:3]
    )


COMPARED: Final = frozenset(["compared", "comparison", "сравнению", "сравнении"])
CUES: Final = {
    "before": BEFORE,
    "past": PAST,
    "since": SINCE,
    "partial": PARTIAL,
    "elsewhere": ELSEWHERE,
    "ahead": AHEAD,
    "instance": INSTANCE,
}


def _ranges(
    tokens: Sequence[Token], named: list[Mention], times: Times
) -> list[Mention]:
    """Take the ranges of years, 2005-2019: from 2005 on they are of all years."""
    taken: list[Mention] = []
    for one, two in pairwise(named):
        between = [token.fold for token in tokens[one.last + 1 : two.first]]
        joins = {"-", "–", "—", "to", "по", "and", "ci", "cu", "il", "ilden", "год"}
        joins |= {"through", "ве", "ve", "до", "года", "ile"}
        if one.value < two.value and between and set(between) <= joins:
            if "and" in between and tokens[one.first - 1].fold != "between":
                continue
            times.since.append(Span(one.first, two.last))
            times.until = int(two.value)
            times.foreign |= one.value != FIRST
            taken += [one, two]
    return taken


def _since(words: Words, group: object, named: list[Mention]) -> list[Span]:
    """Return where "since 2005" and the like stand; a bare "с 2018 года" is a year."""
    found = words.spans(group)  # type: ignore[arg-type]
    early = [m for m in named if m.value == FIRST]
    if early:
        return [*found, Span(early[0].first, early[0].last)]
    later = any(m.value > FIRST for m in named)
    return [] if later else found


def year_of(
    found: Mention, times: Times, others: list[Mention], depths: list[int]
) -> tuple[int, bool]:
    """Return the year of a number, and whether it may as well be the one before it.

    The year that stands closest, with no other number between, then the only one.
    """
    best: tuple[int, int] | None = None
    for span, year in times.years:
        away = _away(found, span)
        inside = depths[span.first] > depths[found.first]
        free = not inside and not _is_of_another(found, span, others, times)
        if away <= NEAR and free and not _parted(found, span, others):
            best = min(best or (away, year), (away, year))
    if best:
        return best[1], False
    doubtful = any(_away(found, span) <= NEAR for span in times.pasts)
    if times.only is not None and _begins(times) and times.only != times.main:
        return times.only, False
    return times.main, doubtful


def _begins(times: Times) -> bool:
    """Tell whether the year stands at the beginning, and so is that of the sentence."""
    return min(span.first for span, _year in times.years) <= 2  # noqa: PLR2004


def _away(found: Mention, span: Span) -> int:
    if span.first > found.last:
        return span.first - found.last
    return 2 + found.first - span.last


def _is_of_another(
    found: Mention, span: Span, others: list[Mention], times: Times
) -> bool:
    """Tell whether the year belongs to a number just before it: "98 in 2018"."""
    if span.first > found.last:
        return not _joined(times, found.last, span.first)
    return any(
        0 < span.first - other.last <= JUST_AFTER
        and _joined(times, other.last, span.first)
        for other in others
        if other.role.is_told and other is not found
    )


JUST_AFTER: Final = 2


def _joined(times: Times, low: int, high: int) -> bool:
    """Tell whether no sign parts two places, but the dash of an ending: 91-i."""
    between = times.tokens[low + 1 : high]
    return not any(token.text in ",;:()" for token in between)


def _parted(found: Mention, span: Span, others: list[Mention]) -> bool:
    low, high = sorted((found.first, span.first))
    return any(low < other.first < high for other in others if other.role.is_told)
