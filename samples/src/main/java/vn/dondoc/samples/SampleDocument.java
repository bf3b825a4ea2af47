package vn.dondoc.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** The sample documents, each in another layout that communes use. */
public enum SampleDocument {

    /** Tasks as blocks of "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành". */
    BLOCKS("ke-hoach-chuyen-doi-so-ben-trang.txt"),

    /** Two annexes: targets in groups, tasks in groups, the second in landscape. */
    ANNEXES("ke-hoach-khoa-hoc-cong-nghe-pho-may.docx"),

    /** A work programme by months, the lead in parentheses. */
    MONTHS("chuong-trinh-cong-tac-doi-suong.docx"),

    /** Assignments in prose, lines broken where the page ended. */
    PROSE("ke-hoach-giao-viec-cai-cach-hanh-chinh-dong-may.txt"),

    /** One table of tasks in the text, days in parentheses. */
    TABLE("ke-hoach-chinh-trang-do-thi-gac-sao.docx"),

    /** A notice of conclusions. */
    CONCLUSIONS("thong-bao-ket-luan-dao-sao.docx");

    private final String fileName;

    SampleDocument(String fileName) {
        this.fileName = fileName;
    }

    public String fileName() {
        return fileName;
    }

    /** The document as of that day: the same bytes whenever and wherever it is asked for. */
    public byte[] render(LocalDate day) {
        var text = new Placeholders(day).fill(template());
        return fileName.endsWith(".docx") ? new WordWriter(day).write(Markup.parse(text)) : text.getBytes(StandardCharsets.UTF_8);
    }

    String template() {
        var name = "plans/" + fileName + ".tmpl";
        try (var stream = SampleDocument.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("Missing from the build: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
