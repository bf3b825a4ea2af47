package vn.dondoc.plan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Small invented documents, good and bad. */
public final class Documents {

    /** Documents of real communes, where they lie beside the project. */
    public static final Path PLANS = Path.of(System.getProperty(
            "dondoc.plans", Path.of(System.getProperty("dondoc.root", "."), "..", "shared", "plans").toString()));

    private Documents() {}

    /** A plan with two tasks and a monthly report, in the lines of a text file. */
    public static String plan(String about) {
        return """
                ỦY BAN NHÂN DÂN
                XÃ THƯỢNG THỬ
                Số: 12/KH-UBND
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Thượng Thử, ngày 05 tháng 01 năm 2026

                KẾ HOẠCH
                %s năm 2026

                I. NHIỆM VỤ
                1. Lắp đặt màn hình thông báo tại nhà văn hóa
                - Cơ quan chủ trì: Phòng Văn hoá - Xã hội xã.
                - Cơ quan phối hợp: Công an xã; các thôn.
                - Thời gian hoàn thành: Tháng 9/2026.
                2. Mở lớp hướng dẫn dùng dịch vụ công
                - Cơ quan chủ trì: Đội Thanh niên tình nguyện.
                - Cơ quan phối hợp: Phòng Kinh tế.
                - Thời gian hoàn thành: Quý III/2026.

                II. TỔ CHỨC THỰC HIỆN
                1. Chế độ báo cáo
                - Các phòng, đơn vị, thôn báo cáo kết quả thực hiện về Phòng Văn hóa - Xã hội trước ngày 15 hằng tháng.

                Nơi nhận:
                - Các phòng, đơn vị;
                - Lưu: VT.
                """.formatted(about);
    }

    public static byte[] docx(String text) {
        try (var document = new XWPFDocument(); var bytes = new ByteArrayOutputStream()) {
            text.lines().forEach(line -> document.createParagraph().createRun().setText(line));
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same with words at the top of each page. */
    public static byte[] docx(String text, String header) {
        try (var document = new XWPFDocument(); var bytes = new ByteArrayOutputStream()) {
            text.lines().forEach(line -> document.createParagraph().createRun().setText(line));
            document.createHeader(HeaderFooterType.DEFAULT).createParagraph().createRun().setText(header);
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A page of text, each line of which stands by itself. */
    public static byte[] pdf(String text) {
        try (var document = new PDDocument(); var bytes = new ByteArrayOutputStream()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            var font = PDType0Font.load(document, PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"));
            try (var content = new PDPageContentStream(document, page)) {
                var y = 800;
                for (var line : text.lines().filter(one -> !one.isBlank()).toList()) {
                    content.beginText();
                    content.setFont(font, 11);
                    content.newLineAtOffset(70, y);
                    content.showText(line);
                    content.endText();
                    y -= 16;
                }
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A document behind a password. */
    public static byte[] encrypted() {
        try (var file = new POIFSFileSystem(); var bytes = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("khóa");
            try (var out = encryptor.getDataStream(file)) {
                out.write(docx("Kế hoạch có khóa"));
            }
            file.writeFilesystem(bytes);
            return bytes.toByteArray();
        } catch (IOException | java.security.GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A small archive that claims to be a document and unpacks to hundreds of megabytes. */
    public static byte[] zipBomb() {
        try (var bytes = new ByteArrayOutputStream(); var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            var block = new byte[1024 * 1024];
            java.util.Arrays.fill(block, (byte) ' ');
            for (int i = 0; i < 400; i++) {
                zip.write(block);
            }
            zip.closeEntry();
            zip.finish();
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
