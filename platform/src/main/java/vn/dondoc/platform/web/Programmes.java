package vn.dondoc.platform.web;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of programmes as one key: "NQ 57", "NQ57" and "Nghị quyết số 57-NQ/TW" are one programme, "Đề án số 06", "ĐA 06" and "Đề án 06/CP" another,
 * "cải cách hành chính" and "CCHC" a third, and what a commune calls "Đề án 06 xã Đồng Mây" is the second in that commune. What a name does not say is not guessed: "57/NQ-CP" is another resolution, "Quyết định số 06" no project, and "DA 06",
 * which a "dự án" is called too, stays what it is.
 */
public final class Programmes {

    private static final String REFORM = "cchc";
    private static final String SPELLED_OUT = "caicachhanhchinh";
    private static final String PROJECT = "dean";
    private static final String RESOLUTION = "nq";

    private static final Pattern RESOLUTIONS = numbered("nghi\\s*quyet|nq", "\\s*[-/]\\s*nq\\s*[-/]\\s*tw");
    private static final Pattern PROJECTS = numbered("de\\s*an", "\\s*[-/]\\s*cp|\\s+cua\\s+(?:thu\\s+tuong\\s+)?chinh\\s+phu");
    private static final Pattern ABBREVIATED = Pattern.compile("(?<![\\p{L}\\p{N}])đa(?=[\\s.-]*(?:số)?[\\s:.-]*\\p{Nd})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern REFORMS = Pattern.compile("(?:chuong trinh |cong tac )?(?:cai cach hanh chinh|cchc)(?: nha nuoc)?");
    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("(?<=\\p{N})[^\\p{L}\\p{N}]+(?=\\p{N})");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}-]+|-(?!\\p{N})|(?<!\\p{N})-");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
    // "xã hội" is no commune
    private static final Pattern OF_PLACE = Pattern.compile(
            "(.+?)(?: cua| tai| o| tren dia ban)? (?:xa(?! hoi\\b)|phuong|dac khu|thi tran|tinh|thanh pho) [\\p{L}\\p{N}][\\p{L}\\p{N} '-]*");
    private static final Pattern KEY = Pattern.compile("(" + RESOLUTION + "|" + PROJECT + ")(\\d{1,6})");

    private Programmes() {}

    private static Pattern numbered(String kinds, String issuer) {
        return Pattern.compile("\\b(?:" + kinds + ")[\\s.-]*(?:so)?[\\s:.-]*(\\d{1,6})(?!\\d)(?:" + issuer + ")?(?![\\p{L}\\p{N}])");
    }

    /** Null where no programme is named. The key of a key is itself. */
    public static @Nullable String key(@Nullable String name) {
        if (name == null) {
            return null;
        }
        var folded = SPACES.matcher(Folded.fold(ABBREVIATED.matcher(composed(name)).replaceAll("đề án"))).replaceAll(" ").strip();
        var ofPlace = OF_PLACE.matcher(folded);
        if (ofPlace.matches() && isUsual(ofPlace.group(1))) {
            folded = ofPlace.group(1);
        }
        if (REFORMS.matcher(folded).matches()) {
            return REFORM;
        }
        var joined = numbers(NOT_WORD.matcher(BETWEEN_NUMBERS.matcher(numbers(folded)).replaceAll("-")).replaceAll(""));
        return joined.isEmpty() ? null : SPELLED_OUT.equals(joined) ? REFORM : joined;
    }

    private static boolean isUsual(String folded) {
        return REFORMS.matcher(folded).matches() || KEY.matcher(numbers(folded)).matches();
    }

    /** How the programme of a key is called where nobody named it otherwise. */
    public static String name(String key) {
        if (REFORM.equals(key)) {
            return "Cải cách hành chính";
        }
        var numbered = KEY.matcher(key);
        return numbered.matches() ? (PROJECT.equals(numbered.group(1)) ? "Đề án " : "Nghị quyết ") + numbered.group(2) : key;
    }

    /** Whether a text in the words of people ("Kinh tế; NQ 57, CCHC") names the programme of that key. */
    public static boolean isNamedIn(String text, String key) {
        var all = key(text);
        return all != null && Pattern.compile("(?<!\\d)" + Pattern.quote(key) + "(?!\\d)").matcher(all.replace(SPELLED_OUT, REFORM)).find();
    }

    /** The key, and those under which marks of the same programme were stored before its spellings were one. */
    public static Set<String> stored(String key) {
        var all = new LinkedHashSet<>(List.of(key));
        if (REFORM.equals(key)) {
            all.add(SPELLED_OUT);
        }
        var numbered = KEY.matcher(key);
        if (numbered.matches()) {
            var bare = Integer.toString(Integer.parseInt(numbered.group(2)));
            for (var number : List.of(numbered.group(2), bare)) {
                if (PROJECT.equals(numbered.group(1))) {
                    all.addAll(List.of("dean" + number, "deanso" + number, "dean" + number + "cp", "deanso" + number + "cp"));
                } else {
                    all.addAll(List.of(RESOLUTION + number, RESOLUTION + number + "nqtw"));
                }
            }
        }
        return all;
    }

    private static String numbers(String text) {
        return replaced(PROJECTS, PROJECT, replaced(RESOLUTIONS, RESOLUTION, text));
    }

    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** Numbers have two digits at least, as documents write them. */
    private static String replaced(Pattern pattern, String kind, String text) {
        return pattern.matcher(text).replaceAll(found -> kind + twoDigits(found.group(1)));
    }

    private static String twoDigits(String number) {
        var value = Integer.toString(Integer.parseInt(number));
        return value.length() < 2 ? "0" + value : value;
    }
}
