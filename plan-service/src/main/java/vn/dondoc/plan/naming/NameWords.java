package vn.dondoc.plan.naming;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A name as words that can be compared: lower case, tone marks behind their syllable (hoá and hóa are one word), connectives and
 * punctuation left out, abbreviations that every document uses written out.
 */
final class NameWords {

    private static final Pattern EXPLANATION = Pattern.compile("\\s*\\([^()]*\\)\\s*$");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("0+(?=\\d)");
    /** kỹ and kĩ, lý and lí: both spellings are in use. */
    private static final Pattern LONG_I = Pattern.compile("(h|k|l|m|s|t|qu)y");
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private static final Map<String, String> WRITTEN_OUT = Map.ofEntries(
            Map.entry("hđnd", "hội đồng nhân dân"),
            Map.entry("ubnd", "ủy ban nhân dân"),
            Map.entry("mttq", "mặt trận tổ quốc"),
            Map.entry("ubmttq", "ủy ban mặt trận tổ quốc"),
            Map.entry("ubmttqvn", "ủy ban mặt trận tổ quốc"),
            Map.entry("mttqvn", "mặt trận tổ quốc"),
            Map.entry("chqs", "chỉ huy quân sự"),
            Map.entry("bchqs", "ban chỉ huy quân sự"),
            Map.entry("bcđ", "ban chỉ đạo"),
            Map.entry("vp", "văn phòng"),
            Map.entry("tt", "trung tâm"),
            Map.entry("ca", "công an"),
            Map.entry("tdp", "tổ dân phố"),
            Map.entry("tyt", "trạm y tế"),
            Map.entry("tncs", "thanh niên cộng sản"),
            Map.entry("hcm", "hồ chí minh"),
            Map.entry("lhpn", "liên hiệp phụ nữ"),
            Map.entry("ccb", "cựu chiến binh"),
            Map.entry("thcs", "trung học cơ sở"),
            Map.entry("thpt", "trung học phổ thông"));

    private static final Map<String, List<String>> FOLDED = WRITTEN_OUT.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(e -> folded(e.getKey()), e -> split(e.getValue())));

    private static final List<String> COUNTRY = split("việt nam");
    private static final String AND = folded("và");

    private NameWords() {}

    static List<String> of(String name) {
        var bare = name;
        while (EXPLANATION.matcher(bare).find()) {
            bare = EXPLANATION.matcher(bare).replaceFirst("");
        }
        var words = new ArrayList<String>();
        for (var word : split(bare)) {
            if (!word.equals(AND)) {
                words.addAll(FOLDED.getOrDefault(word, List.of(word)));
            }
        }
        return withoutCountry(words);
    }

    /** Lower-case words, each with its tone behind it; nothing left out. */
    static List<String> split(String text) {
        var normal = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return Arrays.stream(NOT_WORD.split(normal)).filter(word -> !word.isEmpty()).map(NameWords::folded).toList();
    }

    /** The word in decomposed form with its tone at the end. */
    static String folded(String word) {
        var base = new StringBuilder();
        var tone = new StringBuilder();
        Normalizer.normalize(word, Normalizer.Form.NFD).chars()
                .forEach(c -> (TONES.indexOf(c) >= 0 ? tone : base).append((char) c));
        var plain = LEADING_ZEROS.matcher(base).replaceFirst("");
        if (LONG_I.matcher(plain).matches()) {
            plain = plain.substring(0, plain.length() - 1) + "i";
        }
        return plain + tone;
    }

    private static List<String> withoutCountry(List<String> words) {
        int at = Collections.indexOfSubList(words, COUNTRY);
        if (at < 0 || words.size() == COUNTRY.size()) {
            return List.copyOf(words);
        }
        var kept = new ArrayList<>(words.subList(0, at));
        kept.addAll(words.subList(at + COUNTRY.size(), words.size()));
        return List.copyOf(kept);
    }
}
