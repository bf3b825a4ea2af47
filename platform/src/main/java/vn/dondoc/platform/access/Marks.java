package vn.dondoc.platform.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.platform.web.Programmes;

/**
 * What stands among the words that a document is found by, for branches that do not see all: its programme, and that it concerns the province.
 * Folded words hold letters and digits only, so that no search finds these.
 */
public final class Marks {

    static final String OF_INTEREST = "~";

    private Marks() {}

    /** The mark of a programme, by its key. */
    static String of(String programme) {
        return "~" + programme;
    }

    /** The same with those of the same programme that were stored before its spellings were one. */
    static List<String> allOf(String programme) {
        return Programmes.stored(programme).stream().map(Marks::of).toList();
    }

    /** Whether something with those words belongs to the programme of that key. */
    static boolean belongs(Collection<String> tokens, String programme) {
        return allOf(programme).stream().anyMatch(tokens::contains);
    }

    /**
     * The words of something with its marks.
     *
     * @param programme by any name; null where it belongs to none
     * @param ofInterest whether it concerns the province
     */
    public static List<String> with(List<String> words, @Nullable String programme, boolean ofInterest) {
        var all = new ArrayList<>(words);
        var key = Programmes.key(programme);
        if (key != null) {
            all.add(of(key));
        }
        if (ofInterest) {
            all.add(OF_INTEREST);
        }
        return all;
    }
}
