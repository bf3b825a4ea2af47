package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Recipient;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Paragraph;
import vn.dondoc.reading.text.Search;

/** "Nơi nhận": one recipient a line, the purpose in brackets kept apart, the archive left out. */
final class Recipients {

    private static final Pattern HEADING = Pattern.compile("^nơi\\s+nhận\\s*:?\\s*");
    private static final Pattern NEXT = Pattern.compile("[;.]\\s*[-–—−+]\\s*|,\\s+[-–—−+]\\s+|(?<=\\))\\s+[-–—−+]\\s+(?=\\p{Lu})|(?<=^)\\s*[-–—−+]\\s*");
    private static final Pattern PURPOSE = Pattern.compile("\\s*\\(\\s*((?:để\\s.*|b/?c(?![\\p{L}\\d]).*|t/?h(?![\\p{L}\\d]).*|p/?h(?![\\p{L}\\d]).*|báo cáo.*|thực hiện.*|phối hợp.*|theo dõi.*|biết.*|xin .*|chỉ đạo.*|đăng.*|[\\p{L}]{1,3}\\s*/\\s*[\\p{L}]{1,6}|th|bc|ph))\\s*\\)\\s*$");
    private static final Pattern ARCHIVE = Pattern.compile("^lưu(?:[:;,.\\s]|vt|$).*");

    private Recipients() {
    }

    static List<Recipient> in(List<Paragraph> lines) {
        List<Recipient> recipients = new ArrayList<>();
        for (Paragraph line : lines) {
            Matcher heading = Search.in(HEADING, Fold.fold(line.text()));
            int from = heading.find() ? heading.end() : 0;
            boolean low = !recipients.isEmpty() && from == 0 && Character.isLowerCase(line.text().codePointAt(0));
            if (low) {
                Recipient last = recipients.removeLast();
                recipients.add(recipient(last.name() + " " + line.text(), line));
                continue;
            }
            for (String part : NEXT.split(line.text().substring(from))) {
                String name = PlannedWork.titleOf(part.replaceFirst("^[-–—−+]\\s*", ""));
                if (!name.isEmpty() && !Search.matches(ARCHIVE, Fold.fold(name).replaceAll("^l\\s?ư\\s?u\\s", "lưu "))) {
                    recipients.add(recipient(name, line));
                }
            }
        }
        return recipients;
    }

    private static Recipient recipient(String printed, Paragraph line) {
        Matcher purpose = Search.in(PURPOSE, Fold.fold(printed));
        boolean found = purpose.find();
        String name = found ? printed.substring(0, purpose.start()) : printed;
        @Nullable String what = found ? printed.substring(purpose.start(1), purpose.end(1)).strip() : null;
        return new Recipient(PlannedWork.titleOf(name), what, line.source());
    }
}
