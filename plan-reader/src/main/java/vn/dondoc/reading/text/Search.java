package vn.dondoc.reading.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Applies patterns to texts that mostly do not hold them: an {@link Automaton} first tells in one pass whether they can, and only then the
 * pattern itself is tried at each place. Finds exactly what the pattern finds. For patterns kept in constants.
 */
public final class Search {

    private static final Pattern NEVER = Pattern.compile("(?!)");
    private static final Map<Pattern, Search> KNOWN = new ConcurrentHashMap<>();

    private final @Nullable Automaton anywhere;
    private final @Nullable Automaton here;

    private Search(Pattern pattern) {
        PartGraph graph = graph(pattern);
        this.anywhere = graph == null ? null : new Automaton(graph, true);
        this.here = graph == null ? null : new Automaton(graph, false);
    }

    private static @Nullable PartGraph graph(Pattern pattern) {
        try {
            return new PartGraph(PartParser.parse(pattern));
        } catch (IllegalArgumentException tooHard) {
            return null;
        }
    }

    private static Search of(Pattern pattern) {
        Search known = KNOWN.get(pattern);
        return known != null ? known : KNOWN.computeIfAbsent(pattern, Search::new);
    }

    /** A matcher that is good for finding and replacing; it begins where the pattern can first be found. */
    public static Matcher in(Pattern pattern, String text) {
        Automaton automaton = of(pattern).anywhere;
        int place = automaton == null ? 0 : automaton.placeIn(text, 0);
        return place < 0 ? NEVER.matcher(text) : matcher(pattern, text, place);
    }

    private static Matcher matcher(Pattern pattern, String text, int from) {
        Matcher matcher = pattern.matcher(text);
        return from == 0 ? matcher : matcher.useTransparentBounds(true).useAnchoringBounds(false).region(from, text.length());
    }

    public static boolean finds(Pattern pattern, String text) {
        Automaton automaton = of(pattern).anywhere;
        int place = automaton == null ? 0 : automaton.placeIn(text, 0);
        return place >= 0 && matcher(pattern, text, place).find();
    }

    /** Whether the pattern is the whole text. */
    public static boolean matches(Pattern pattern, String text) {
        Automaton automaton = of(pattern).here;
        return (automaton == null || automaton.mayBe(text)) && pattern.matcher(text).matches();
    }

    /** Whether the pattern begins at a place of the text, which counts as its beginning. */
    public static boolean at(Pattern pattern, String text, int place) {
        return from(pattern, text, place).lookingAt();
    }

    /** A matcher that is good for looking at a place of the text, which counts as its beginning. */
    public static Matcher from(Pattern pattern, String text, int place) {
        Automaton automaton = of(pattern).here;
        return (automaton == null || automaton.placeIn(text, place) >= 0 ? pattern : NEVER).matcher(text).region(place, text.length());
    }
}
