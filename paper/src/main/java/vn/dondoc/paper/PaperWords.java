package vn.dondoc.paper;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words that stand on every document (decree 30/2020, annex I). */
public final class PaperWords {

    private static final List<String> TENS = List.of("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC");
    private static final List<String> ONES = List.of("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX");

    private PaperWords() {}

    /** "ngày 05 tháng 01 năm 2026": two figures for days below ten and for January and February; room to write where there is no day yet. */
    public static String longDay(@Nullable LocalDate day) {
        return day == null ? "ngày     tháng     năm      "
                : "ngày " + two(day.getDayOfMonth()) + " tháng " + (day.getMonthValue() < 3 ? two(day.getMonthValue()) : day.getMonthValue())
                        + " năm " + day.getYear();
    }

    /** The number of a part, from 0; no document has more than 399 of them. */
    public static String roman(int part) {
        var number = part + 1;
        return "C".repeat(number / 100) + TENS.get(number / 10 % 10) + ONES.get(number % 10);
    }

    /** The place that a document is written at: the commune without what it is. */
    public static String placeOf(String area) {
        return area.replaceFirst("^(?i)(xã|phường|đặc khu|thị trấn|tỉnh|thành phố) ", "");
    }

    /** Two figures at least. */
    public static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
