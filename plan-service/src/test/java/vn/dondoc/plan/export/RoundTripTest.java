package vn.dondoc.plan.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.paper.Block;
import vn.dondoc.paper.Paper;
import vn.dondoc.paper.WordPaper;
import vn.dondoc.plan.Documents;
import vn.dondoc.plan.draft.Drafted;
import vn.dondoc.reading.PlanReader;
import vn.dondoc.reading.Reading;
import vn.dondoc.reading.ReadingResult;
import vn.dondoc.reading.SourceFile;
import vn.dondoc.samples.SampleDocument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What is written out reads in again without difference. */
class RoundTripTest {

    private static final Path PLANS = Documents.PLANS;
    private static final Pattern DOCUMENT = Pattern.compile("\\.(txt|docx|doc|pdf|xlsx)$");

    private static final Plans.Heading HEADING = new Plans.Heading(
            "KH", "36/KH-UBND", LocalDate.of(2026, 2, 10), "Phát triển làng nghề xã Thượng Thử năm 2026", "UBND xã Thượng Thử", 2026, "Lê Thị Hạnh");

    @ParameterizedTest
    @ValueSource(strings = {"docx", "xlsx"})
    void a_plan_reads_in_again(String format) throws IOException {
        var plan = plan();
        var read = read(format, written(format, plan));

        assertThat(read.document().kind()).isEqualTo("KH");
        assertThat(read.document().number()).isEqualTo("36/KH-UBND");
        assertThat(read.document().issuedOn()).isEqualTo(LocalDate.of(2026, 2, 10));
        assertThat(read.document().title()).isEqualTo(HEADING.title());
        assertThat(read.document().year()).isEqualTo(2026);
        assertThat(read.document().signer()).isEqualTo("Lê Thị Hạnh");
        assertThat(read.document().issuer()).isEqualTo("UBND xã Thượng Thử");
        assertThat(read.tasks().stream().map(task -> new Exported.Task(
                task.ordinal(), task.title(), task.lead(), task.coordinating(), task.product(), task.budgetVnd(), due(task.due()), null)))
                .containsExactlyElementsOf(plan.tasks());
        assertThat(read.targets().stream().map(target -> new Exported.Target(
                target.group(), target.name(), target.operator(), new BigDecimal(target.value().toPlainString()), target.unit())))
                .containsExactlyElementsOf(plan.targets());
        assertThat(read.reporting().stream().map(rule -> List.<Object>of(
                rule.frequency(), rule.before() == null ? 0 : rule.before().day(), Boolean.TRUE.equals(rule.inclusive()))))
                .containsExactlyElementsOf(plan.rules().stream()
                        .map(rule -> List.<Object>of(rule.frequency().code(), rule.day() == null ? 0 : rule.day(), rule.day() != null && !rule.strict())).toList());
        assertThat(read.duties().stream().map(duty -> duty.unit() + ": " + duty.text())).contains("Công an xã: Bảo đảm an ninh trật tự.");
        assertThat(read.recipients()).containsExactlyElementsOf(plan.recipients());
        assertThat(read.warnings()).singleElement().satisfies(warning -> assertThat(warning.code()).isEqualTo("TASK_WITHOUT_DUE"));
    }

    /** Every document that becomes a plan: those of the sample province, and real ones where they lie beside the project. */
    static Stream<Arguments> documents() throws IOException {
        var samples = Stream.of(SampleDocument.values())
                .map(sample -> Arguments.of(sample.fileName(), (Callable<byte[]>) () -> sample.render(LocalDate.of(2026, 11, 20))));
        if (!Files.isDirectory(PLANS)) {
            return samples;
        }
        try (var files = Files.list(PLANS)) {
            var real = files.filter(file -> DOCUMENT.matcher(file.getFileName().toString()).find()).sorted()
                    .map(file -> Arguments.of(file.getFileName().toString(), (Callable<byte[]>) () -> Files.readAllBytes(file))).toList();
            return Stream.concat(samples, real.stream());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void a_document_that_became_a_plan_reads_in_again(String name, Callable<byte[]> bytes) throws Exception {
        var result = new PlanReader().read(new SourceFile(name, bytes.call()));
        assumeTrue(result instanceof ReadingResult.Read, "cannot be read");
        var first = exported(((ReadingResult.Read) result).reading());
        assumeTrue(first.rows() > first.recipients().size(), "holds nothing of a plan");
        for (var format : List.of("docx", "xlsx")) {
            var again = exported(read(format, written(format, first)));
            if (first.heading().kind() != null) {
                assertThat(again.heading()).as(format).isEqualTo(first.heading());
            }
            assertThat(again.tasks()).as(format).isEqualTo(first.tasks());
            assertThat(again.targets()).as(format).isEqualTo(first.targets());
            assertThat(again.rules()).as(format).isEqualTo(first.rules());
            assertThat(texts(again.duties())).as(format).isEqualTo(texts(first.duties()));
            assertThat(texts(again.measures())).as(format).isEqualTo(texts(first.measures()));
            assertThat(texts(again.objectives())).as(format).isEqualTo(texts(first.objectives()));
            assertThat(again.recipients()).as(format).isEqualTo(first.recipients());
        }
    }

    private static List<String> texts(List<Plans.Duty> rows) {
        return rows.stream().map(Plans.Duty::text).toList();
    }

    private static Exported exported(Reading read) {
        return Exports.of("Xã Thượng Thử", Drafted.of(read));
    }

    private static Frequency frequency(String code) {
        return Frequency.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Test
    void a_document_has_the_form_of_the_decree() throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(written("docx", plan())))) {
            var margins = document.getDocument().getBody().getSectPr().getPgMar();
            assertThat(List.of(margins.getLeft(), margins.getTop()).stream().map(Object::toString)).containsExactly("1701", "1134");
            var run = document.getParagraphs().stream().flatMap(paragraph -> paragraph.getRuns().stream()).findFirst().orElseThrow();
            assertThat(run.getFontFamily()).isEqualTo("Times New Roman");
            assertThat(document.getTables().getFirst().getRow(0).getCell(1).getText()).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ngày 10 tháng 02 năm 2026");
        }
    }

    @Test
    void no_cell_is_a_formula() throws IOException {
        var evil = new Exported("Xã Thượng Thử", HEADING, List.of(
                new Exported.Task("1", "=HYPERLINK(\"http://x\";\"y\")", List.of("+1+1"), List.of("@SUM(A1)"), "-2+3", null, null, null)),
                List.of(), List.of(), List.of(), List.of());
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(written("xlsx", evil)))) {
            var row = workbook.getSheetAt(1).getRow(3);
            assertThat(row.getCell(1).getStringCellValue()).startsWith("=HYPERLINK");
            row.forEach(cell -> {
                assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.BLANK);
                assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            });
        }
    }

    @Test
    void a_form_that_was_filled_in_is_read() throws IOException {
        var out = new ByteArrayOutputStream();
        SheetPaper.writeForm(new Paper.Annex("Phụ lục I", "DANH MỤC NHIỆM VỤ", "", new Block.Grid(PaperOf.TASKS, PaperOf.TASK_WIDTHS, List.of())), out);
        var filled = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var row = workbook.getSheetAt(0).getRow(3);
            row.getCell(0).setCellValue("1");
            row.getCell(1).setCellValue("Sửa cầu treo");
            row.getCell(2).setCellValue("Phòng Kinh tế");
            row.getCell(6).setCellValue("30/9/2026");
            workbook.write(filled);
        }
        assertThat(read("xlsx", filled.toByteArray()).tasks()).singleElement().satisfies(task -> {
            assertThat(task.title()).isEqualTo("Sửa cầu treo");
            assertThat(task.lead()).containsExactly("Phòng Kinh tế");
            assertThat(due(task.due())).isEqualTo(new Due.By(LocalDate.of(2026, 9, 30), false, false));
        });
    }

    private static Exported plan() {
        return new Exported(
                "Xã Thượng Thử", HEADING,
                List.of(
                        task("1", "Khảo sát nhu cầu học nghề", List.of("Phòng Kinh tế"), List.of("Công an xã", "Thôn Trên"), "Báo cáo khảo sát", 150_000_000L, by("2026-06-30", false, false)),
                        task("2", "Mở lớp truyền nghề cho thanh niên", List.of("Phòng Văn hóa - Xã hội"), List.of(), null, null, by("2026-09-30", true, false)),
                        task("3", "Duy trì gian hàng trực tuyến", List.of("Phòng Kinh tế", "Văn phòng HĐND và UBND"), List.of(), null, null, new Due.Ongoing()),
                        task("4", "Họp giao ban với các cơ sở sản xuất", List.of("Văn phòng HĐND và UBND"), List.of("Phòng Kinh tế"), null, null, new Due.Recurring(Frequency.MONTHLY)),
                        task("5", "Tổ chức hội chợ sản phẩm", List.of("Phòng Kinh tế"), List.of(), null, null, by("2026-12-15", false, true)),
                        task("6", "Đặt tên cho con đường gốm", List.of("Phòng Văn hóa - Xã hội"), List.of(), null, null, null)),
                List.of(
                        new Exported.Target("PHÁT TRIỂN SẢN PHẨM", "Tỷ lệ sản phẩm có mã truy xuất", ">=", new BigDecimal("80.5"), "%"),
                        new Exported.Target("PHÁT TRIỂN SẢN PHẨM", "Số hộ bỏ nghề", "<=", new BigDecimal("5"), "hộ"),
                        new Exported.Target("NHÂN LỰC", "Số lao động được đào tạo", ">=", new BigDecimal("1200"), "người")),
                List.of(
                        new Exported.Rule("Các phòng, đơn vị", "Phòng Văn hóa - Xã hội", Frequency.MONTHLY, 15, null, true),
                        new Exported.Rule("Các phòng, đơn vị", "Phòng Văn hóa - Xã hội", Frequency.QUARTERLY, 20, null, false)),
                List.of(new Plans.Duty(null, "Công an xã", List.of(), "Bảo đảm an ninh trật tự.", null, null, null)),
                List.of("Các phòng, đơn vị", "Công an xã"));
    }

    private static Exported.Task task(String ordinal, String title, List<String> lead, List<String> coordinating, String product, Long budget, Due due) {
        return new Exported.Task(ordinal, title, lead, coordinating, product, budget, due, null);
    }

    private static Due by(String day, boolean thenOngoing, boolean tentative) {
        return new Due.By(LocalDate.parse(day), thenOngoing, tentative);
    }

    private static Due due(vn.dondoc.reading.Due read) {
        return switch (read) {
            case null -> null;
            case vn.dondoc.reading.Due.By by -> new Due.By(by.date(), by.thenOngoing(), by.tentative());
            case vn.dondoc.reading.Due.Ongoing _ -> new Due.Ongoing();
            case vn.dondoc.reading.Due.Recurring recurring ->
                new Due.Recurring(frequency(recurring.frequency()));
        };
    }

    private static byte[] written(String format, Exported plan) throws IOException {
        var out = new ByteArrayOutputStream();
        if (format.equals("docx")) {
            WordPaper.write(PaperOf.of(plan), out);
        } else {
            SheetPaper.write(PaperOf.of(plan), out);
        }
        return out.toByteArray();
    }

    private static Reading read(String format, byte[] bytes) {
        var result = new PlanReader().read(new SourceFile("plan." + format, bytes));
        assertThat(result).isInstanceOf(ReadingResult.Read.class);
        return ((ReadingResult.Read) result).reading();
    }
}
