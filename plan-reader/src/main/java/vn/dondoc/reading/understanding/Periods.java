package vn.dondoc.reading.understanding;

import java.util.regex.Pattern;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Search;

/** Headings that name a month, a quarter or a week, as work programmes are divided. */
final class Periods {

    private static final Pattern PERIOD = Pattern.compile(
            "^(?:trong\\s+|nhiệm vụ\\s+|công việc\\s+|kế hoạch\\s+|chương trình\\s+)?(?:công tác\\s+)?(?:(?:tháng|quý|quí)\\s+(?:\\d{1,2}|[ivx]{1,3})(?![\\p{L}\\d])|(?:0?6|0?9)\\s+tháng\\s+(?:đầu|cuối)).{0,30}$|^tuần\\s+(?:thứ\\s+)?(?:\\d{1,2}|[ivx]{1,3}|\\p{L}{2,4})\\s*[(:,-].{0,12}\\d{1,2}/\\d.{0,40}$");

    private Periods() {
    }

    static boolean isPeriod(String heading) {
        return Search.matches(PERIOD, Fold.fold(heading));
    }
}
