package vn.dondoc.reading.understanding;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.text.Paragraph;
import vn.dondoc.reading.text.Search;

/** The name under the signature. */
final class Signer {

    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}'.]*(?:\\s+[\\p{L}'.]+){1,6}");
    private static final Pattern NO_NAME = Pattern.compile("^(?:nơi nhận|đã ký|lưu|-).*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Signer() {
    }

    static @Nullable String in(Zones zones) {
        return in(zones.signature);
    }

    private static @Nullable String in(List<Paragraph> lines) {
        String name = null;
        for (Paragraph line : lines) {
            String candidate = afterOffices(line.text());
            if (Search.matches(NAME, candidate) && !Search.matches(NO_NAME, candidate) && !isUpper(candidate)) {
                name = candidate;
            }
        }
        return name == null ? upperName(lines) : name;
    }

    /** Offices stand in capitals before the name when all is on one line; "(đã ký)" may stand between. */
    private static String afterOffices(String text) {
        String clean = text.replaceAll("[\\[(]\\s*(?:[Đđ]ã ký|[Kk]ý tên.*?|[Đđ]ã k[ýí].*?)\\s*[\\])]", " ").replaceFirst("[\\s.]+$", "").strip();
        String[] words = clean.split("\\s+");
        int first = 0;
        while (first < words.length && isUpper(words[first])) {
            first++;
        }
        return first == 0 || first == words.length ? clean : String.join(" ", List.of(words).subList(first, words.length));
    }

    private static boolean isUpper(String text) {
        return text.equals(text.toUpperCase(java.util.Locale.ROOT));
    }

    private static @Nullable String upperName(List<Paragraph> lines) {
        if (lines.size() < 2) {
            return null;
        }
        String last = lines.getLast().text();
        Matcher office = Pattern.compile("(?<![\\p{L}])(?:CHỦ TỊCH|TRƯỞNG|BAN|UBND|PHÓ|GIÁM ĐỐC|BÍ THƯ)(?![\\p{L}\\d])").matcher(last);
        return Search.matches(NAME, last) && !office.find() ? last : null;
    }
}
