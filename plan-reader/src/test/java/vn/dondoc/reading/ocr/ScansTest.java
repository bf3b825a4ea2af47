package vn.dondoc.reading.ocr;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.reading.PlanReader;
import vn.dondoc.reading.Reading;
import vn.dondoc.reading.ReadingResult;
import vn.dondoc.reading.SourceFile;
import vn.dondoc.reading.Task;
import vn.dondoc.reading.UnreadableCode;
import vn.dondoc.reading.UnreadableException;
import vn.dondoc.reading.Warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Pictures of pages: read by a recogniser, refused by name without one. */
class ScansTest {

    private static final List<String> LINES = List.of("UBND XÃ AN BÌNH", "Số: 12/KH-UBND", "An Bình, ngày 06 tháng 01 năm 2026", "KẾ HOẠCH", "Trồng cây năm 2026",
            "UBND xã An Bình xây dựng Kế hoạch trồng cây năm 2026 như sau:", "I. NHIỆM VỤ", "1. Chuẩn bị cây giống (Phòng Kinh tế, trước ngày 15/02/2026).",
            "2. Phát động Tết trồng cây (Hội Nông dân xã, tháng 02/2026).");

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "tif", "pdf"})
    void theWordsOfTheRecogniserAreLaidOutLikeAPage(String form) throws IOException {
        Reading reading = read(new PlanReader(() -> ScansTest::drawnWords), form);

        assertThat(reading.document().number()).isEqualTo("12/KH-UBND");
        assertThat(reading.tasks()).extracting(Task::title).containsExactly("Chuẩn bị cây giống", "Phát động Tết trồng cây");
        assertThat(reading.tasks()).allSatisfy(task -> {
            assertThat(task.reason()).isEqualTo("recognised-from-image");
            assertThat(task.confidence()).isLessThan(0.7);
        });
        assertThat(reading.warnings()).extracting(Warning::code).contains("TEXT_RECOGNISED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "pdf"})
    void theProgramItselfReadsThem(String form) throws IOException {
        OcrSettings settings = OcrSettings.ofSystem();
        assumeTrue(settings.program() != null, "tesseract is not installed");
        Tesseract tesseract = new Tesseract(new OcrSettings(settings.program(), Duration.ofMinutes(5), settings.megabytes()));
        ReadingResult result = new PlanReader(() -> tesseract).read(new SourceFile("plan." + form, file(form)));
        assumeTrue(!(result instanceof ReadingResult.Unreadable(UnreadableCode code, String detail) && code == UnreadableCode.OCR_UNAVAILABLE), "no Vietnamese data");

        assertThat(result).isInstanceOf(ReadingResult.Read.class);
        Reading reading = ((ReadingResult.Read) result).reading();
        assertThat(reading.document().number()).isEqualTo("12/KH-UBND");
        assertThat(reading.tasks()).extracting(Task::title).containsExactly("Chuẩn bị cây giống", "Phát động Tết trồng cây");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "tif", "pdf"})
    void withoutARecogniserTheyAreRefusedByName(String form) throws IOException {
        PlanReader reader = new PlanReader(() -> (page, dpi) -> {
            throw new UnreadableException(UnreadableCode.OCR_UNAVAILABLE, "not installed");
        });

        assertThat(reader.read(new SourceFile("plan." + form, file(form)))).isEqualTo(new ReadingResult.Unreadable(UnreadableCode.OCR_UNAVAILABLE, "not installed"));
    }

    @Test
    void aBlankPictureIsNoEmptyDraft() throws IOException {
        ReadingResult result = new PlanReader(() -> (page, dpi) -> List.of()).read(new SourceFile("plan.png", file("png")));

        assertThat(result).isInstanceOf(ReadingResult.Unreadable.class);
        assertThat(((ReadingResult.Unreadable) result).code()).isEqualTo(UnreadableCode.NO_TEXT);
    }

    /** The words of the drawn page where they stand on it, for any resolution. */
    private static List<Recogniser.Word> drawnWords(BufferedImage page, int dpi) {
        List<Recogniser.Word> words = new ArrayList<>();
        double scale = page.getWidth() / 2480.0;
        for (int i = 0; i < LINES.size(); i++) {
            int left = 200;
            for (String word : LINES.get(i).split(" ")) {
                int width = word.length() * 24;
                words.add(new Recogniser.Word(word, (int) (left * scale), (int) ((300 + i * 120) * scale), (int) (width * scale), (int) (44 * scale), 0.9));
                left += width + 16;
            }
        }
        return words;
    }

    private static byte[] file(String form) throws IOException {
        BufferedImage page = drawn();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!form.equals("pdf")) {
            assertThat(ImageIO.write(page, form, out)).isTrue();
            return out.toByteArray();
        }
        try (PDDocument pdf = new PDDocument()) {
            PDPage sheet = new PDPage(PDRectangle.A4);
            pdf.addPage(sheet);
            try (PDPageContentStream content = new PDPageContentStream(pdf, sheet)) {
                content.drawImage(LosslessFactory.createFromImage(pdf, page), 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
            }
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static BufferedImage drawn() throws IOException {
        BufferedImage page = new BufferedImage(2480, 3508, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = page.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.setFont(font());
        for (int i = 0; i < LINES.size(); i++) {
            graphics.drawString(LINES.get(i), 200, 340 + i * 120);
        }
        graphics.dispose();
        return page;
    }

    private static Font font() throws IOException {
        try (var stream = PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, stream).deriveFont(52f);
        } catch (java.awt.FontFormatException impossible) {
            throw new IOException(impossible);
        }
    }

    private static Reading read(PlanReader reader, String form) throws IOException {
        ReadingResult result = reader.read(new SourceFile("plan." + form, file(form)));
        assertThat(result).as(form).isInstanceOf(ReadingResult.Read.class);
        return ((ReadingResult.Read) result).reading();
    }
}
