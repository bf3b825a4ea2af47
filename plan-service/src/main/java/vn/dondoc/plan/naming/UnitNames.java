package vn.dondoc.plan.naming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;

/**
 * The names of a commune's units. A name that fits one unit by spelling, alias or abbreviation is resolved; where several fit, or
 * one only nearly, they are candidates and a person decides.
 */
public final class UnitNames {

    private static final int MOST_NEAR = 5;
    private static final int MOST_CANDIDATES = 50;
    private static final List<String> REQUEST = NameWords.split("đề nghị");
    private static final List<List<String>> OFFICES =
            List.of(NameWords.split("văn phòng"), NameWords.split("phòng"), NameWords.split("ban"), NameWords.split("trung tâm"), NameWords.split("trạm"));
    private static final List<String> PEOPLES_COMMITTEE = NameWords.of("UBND");

    private final UnitState commune;
    private final List<UnitState> units;
    private final CommuneSuffix suffix;
    private final Map<String, List<UnitId>> remembered;
    private final List<NamedAs> names = new ArrayList<>();

    /** Names that nobody explained before. */
    public UnitNames(UnitState commune, Collection<UnitState> units) {
        this(commune, units, Map.of());
    }

    /**
     * @param units the active units of the commune, itself included or not
     * @param remembered what people said before, by {@link #keyOf}
     */
    public UnitNames(UnitState commune, Collection<UnitState> units, Map<String, List<UnitId>> remembered) {
        this.commune = commune;
        this.remembered = remembered;
        this.units = units.stream()
                .filter(unit -> unit.active() && !unit.id().equals(commune.id()))
                .sorted(Comparator.comparing(UnitState::name).thenComparing(unit -> unit.id().value()))
                .toList();
        this.suffix = new CommuneSuffix(commune);
        this.units.forEach(this::addNames);
        addNames(commune);
        if (names.stream().noneMatch(name -> name.is(PEOPLES_COMMITTEE))) {
            names.add(new NamedAs(commune, PEOPLES_COMMITTEE));
        }
    }

    private void addNames(UnitState unit) {
        add(unit, unit.name());
        unit.aliases().forEach(alias -> add(unit, alias));
    }

    private void add(UnitState unit, String name) {
        var words = suffix.leftOut(NameWords.of(name));
        if (!words.isEmpty()) {
            names.add(new NamedAs(unit, words));
        }
    }

    /** A name as it is compared with others: words in lower case, tone marks behind their syllable, without punctuation. */
    public static String keyOf(String name) {
        return String.join(" ", NameWords.split(name));
    }

    /** What a name of a document stands for: one unit, or each of those a person said it means. */
    public List<Plans.NamedUnit> resolveAll(String name) {
        var said = remembered(name);
        return said.size() > 1 ? said.stream().map(unit -> resolved(name, unit)).toList() : List.of(resolve(name));
    }

    /** What a name of a document stands for. */
    public Plans.NamedUnit resolve(String name) {
        var said = remembered(name);
        return said.isEmpty() ? byWords(name) : decided(name, said);
    }

    private List<UnitId> remembered(String name) {
        return remembered.getOrDefault(keyOf(name), List.of()).stream()
                .filter(unit -> unit.equals(commune.id()) || units.stream().anyMatch(known -> known.id().equals(unit)))
                .toList();
    }

    /** The unit that a name stands for, or those that it may stand for, each with the reason. */
    public List<Candidate> explained(String name) {
        var said = remembered(name);
        if (!said.isEmpty()) {
            return said.stream().map(unit -> new Candidate(unit, Why.REMEMBERED)).toList();
        }
        var found = byWords(name);
        var unit = found.unit();
        var likeness = new Likeness(suffix);
        var meant = isCollective(name) ? meant(name) : List.<UnitId>of();
        return (unit == null ? found.candidates() : List.of(unit)).stream()
                .map(one -> new Candidate(one, meant.contains(one) ? Why.COLLECTIVE : why(name, one, likeness)))
                .toList();
    }

    /** A unit that a name may stand for, and why. */
    public record Candidate(UnitId unit, Why why) {}

    private Why why(String name, UnitId id, Likeness likeness) {
        return Stream.concat(units.stream(), Stream.of(commune))
                .filter(unit -> unit.id().equals(id))
                .flatMap(unit -> Stream.concat(Stream.of(unit.name()), unit.aliases().stream()))
                .map(called -> likeness.between(name, called))
                .min(Comparator.naturalOrder())
                .orElse(Why.SPELLING);
    }

    /** What kind of unit it would be the name of. */
    public UnitKind kindOf(String name) {
        return KindOfName.of(name);
    }

    private Plans.NamedUnit byWords(String name) {
        var words = wordsOf(name);
        if (words.isEmpty()) {
            return NameWords.of(name).isEmpty() ? unknown(name) : resolved(name, commune.id());
        }
        var exact = fitting(named -> named.is(words));
        if (!exact.isEmpty()) {
            return decided(name, exact);
        }
        if (isCollective(name)) {
            return candidates(name, meant(name));
        }
        var shortened = fitting(named -> named.shortenedBy(words));
        if (!shortened.isEmpty()) {
            return decided(name, shortened);
        }
        var headless = fitting(named -> named.withoutHeadIs(words));
        return headless.isEmpty() ? candidates(name, near(words)) : decided(name, headless);
    }

    /** Whether it names many units at once. */
    public boolean isCollective(String name) {
        return Collective.is(NameWords.split(name));
    }

    /** The units that a collective name may mean. */
    List<UnitId> meant(String name) {
        return Collective.expand(NameWords.split(name), units).stream().map(UnitState::id).toList();
    }

    /** The standing unit of the commune. */
    public Optional<UnitId> standing() {
        return units.stream().filter(UnitState::standing).map(UnitState::id).findFirst()
                .or(() -> commune.standing() ? Optional.of(commune.id()) : Optional.empty());
    }

    private List<String> wordsOf(String name) {
        var words = NameWords.of(name);
        var asked = words.size() > REQUEST.size() && words.subList(0, REQUEST.size()).equals(REQUEST)
                ? words.subList(REQUEST.size(), words.size())
                : words;
        return suffix.leftOut(asked);
    }

    private List<UnitId> fitting(Predicate<NamedAs> fits) {
        return names.stream().filter(fits).map(named -> named.unit().id()).distinct().toList();
    }

    private List<UnitId> near(List<String> words) {
        return names.stream()
                .filter(named -> named.isNear(words) && !(isOffice(words) && named.unit().id().equals(commune.id())))
                .sorted(Comparator.comparingInt(named -> named.distance(words)))
                .map(named -> named.unit().id())
                .distinct()
                .limit(MOST_NEAR)
                .toList();
    }

    /** "Văn phòng HĐND và UBND" has the words of the commune's committee and more, but is an office of it. */
    private static boolean isOffice(List<String> words) {
        return words.getFirst().startsWith("vp")
                || OFFICES.stream().anyMatch(head -> words.size() > head.size() && words.subList(0, head.size()).equals(head));
    }

    private static Plans.NamedUnit decided(String name, List<UnitId> fitting) {
        return fitting.size() == 1 ? resolved(name, fitting.getFirst()) : candidates(name, fitting);
    }

    private static Plans.NamedUnit resolved(String name, UnitId unit) {
        return new Plans.NamedUnit(name, unit, List.of());
    }

    private static Plans.NamedUnit unknown(String name) {
        return candidates(name, List.of());
    }

    private static Plans.NamedUnit candidates(String name, List<UnitId> candidates) {
        return new Plans.NamedUnit(name, null, candidates.stream().limit(MOST_CANDIDATES).toList());
    }
}
