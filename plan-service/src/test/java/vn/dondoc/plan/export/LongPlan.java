package vn.dondoc.plan.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.paper.WordPaper;

/** Writes a plan of as many rows as a draft can hold, in a JVM of its own whose heap is bounded. */
final class LongPlan {

    static final int TASKS = 2000;

    private LongPlan() {}

    /** @param arguments the format and the file to write */
    public static void main(String[] arguments) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
            var paper = PaperOf.of(plan());
            if (arguments[0].equals("docx")) {
                WordPaper.write(paper, out);
            } else {
                SheetPaper.write(paper, out);
            }
        }
    }

    private static Exported plan() {
        return new Exported(
                "Xã Thượng Thử", new Plans.Heading("KH", "37/KH-UBND", LocalDate.of(2026, 2, 10), "Một kế hoạch rất dài năm 2026", null, 2026, null),
                IntStream.rangeClosed(1, TASKS).mapToObj(LongPlan::task).toList(),
                IntStream.rangeClosed(1, TASKS).mapToObj(at -> new Exported.Target("Nhóm " + at / 20, "Tỷ lệ thứ " + at, ">=", BigDecimal.TEN, "%")).toList(),
                List.of(), List.of(), List.of("Các phòng, đơn vị"),
                IntStream.rangeClosed(1, TASKS).mapToObj(at -> new Plans.Duty(null, "", List.of(), "Giải pháp thứ " + at + " của kế hoạch.", null, null, null)).toList(),
                List.of());
    }

    private static Exported.Task task(int at) {
        return new Exported.Task(
                Integer.toString(at), "Rà soát, hoàn thiện và tổ chức thực hiện nội dung thứ " + at + " theo hướng dẫn của cấp trên, báo cáo kết quả đúng kỳ hạn",
                List.of("Phòng Văn hóa - Xã hội"), List.of("Công an xã", "Phòng Kinh tế", "các thôn"), "Báo cáo kết quả thực hiện", 150_000_000L,
                new Due.By(LocalDate.of(2026, 9, 30), false, false), null);
    }
}
