package vn.dondoc.reading.format;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Files of each format with invented content, sound and unsound. */
public final class OfficeFiles {

    private OfficeFiles() {
    }

    /** Head in two columns, a list, and a table with a merged group row and a lead merged over two rows. */
    public static byte[] word() {
        try (XWPFDocument word = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XWPFTable head = word.createTable(1, 2);
            head.getRow(0).getCell(0).setText("UBND XÃ AN BÌNH");
            head.getRow(0).getCell(0).addParagraph().createRun().setText("Số: 07/KH-UBND");
            head.getRow(0).getCell(1).setText("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
            head.getRow(0).getCell(1).addParagraph().createRun().setText("An Bình, ngày 06 tháng 01 năm 2026");
            for (String text : List.of("KẾ HOẠCH", "Công tác y tế năm 2026", "UBND xã An Bình xây dựng Kế hoạch công tác y tế như sau:", "I. NHIỆM VỤ", "Theo Phụ lục kèm theo.", "Phụ lục")) {
                word.createParagraph().createRun().setText(text);
            }
            XWPFTable table = word.createTable(4, 4);
            row(table, 0, "TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian");
            row(table, 1, "I", "Phòng bệnh", "", "");
            row(table, 2, "1", "Tiêm chủng mở rộng", "Trạm Y tế", "Quý II/2026");
            row(table, 3, "2", "Phun hóa chất", "", "Trước 30/9/2026");
            table.getRow(2).getCell(2).getCTTc().addNewTcPr().addNewVMerge().setVal(STMerge.RESTART);
            table.getRow(3).getCell(2).getCTTc().addNewTcPr().addNewVMerge().setVal(STMerge.CONTINUE);
            table.getRow(1).getCell(1).getCTTc().addNewTcPr().addNewGridSpan().setVal(BigInteger.valueOf(3));
            table.getRow(1).removeCell(3);
            table.getRow(1).removeCell(2);
            word.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void row(XWPFTable table, int row, String... cells) {
        for (int c = 0; c < cells.length; c++) {
            table.getRow(row).getCell(c).setText(cells[c]);
        }
    }

    /** A caption, heads in the fourth row, percentages stored as fractions, a merged group. */
    public static byte[] workbook() {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet("Chỉ tiêu");
            sheet.createRow(0).createCell(0).setCellValue("Phụ lục I: CHỈ TIÊU NĂM 2026");
            fill(sheet, 3, "STT", "Tên chỉ tiêu", "ĐVT", "Kế hoạch năm 2026");
            fill(sheet, 4, "I", "Văn hóa", "", "");
            sheet.addMergedRegion(new CellRangeAddress(4, 4, 1, 3));
            fill(sheet, 5, "1", "Tỷ lệ gia đình văn hóa", "%", "");
            XSSFCellStyle percent = workbook.createCellStyle();
            percent.setDataFormat(workbook.createDataFormat().getFormat("0%"));
            XSSFCell value = sheet.getRow(5).getCell(3);
            value.setCellValue(0.85);
            value.setCellStyle(percent);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A table of tasks in the format of Excel 97. */
    public static byte[] oldWorkbook() {
        try (HSSFWorkbook workbook = new HSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            HSSFSheet sheet = workbook.createSheet("Nhiệm vụ");
            String[][] rows = {{"TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"}, {"1", "Đo đạc ruộng", "Phòng Kinh tế", "Tháng 5/2026"}};
            for (int r = 0; r < rows.length; r++) {
                HSSFRow row = sheet.createRow(r);
                for (int c = 0; c < rows[r].length; c++) {
                    row.createCell(c).setCellValue(rows[r][c]);
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A small gray picture with a few strokes. */
    public static byte[] picture(String form) {
        BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.fillRect(10, 10, 100, 4);
        graphics.fillRect(20, 40, 80, 30);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, form, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void fill(XSSFSheet sheet, int row, String... cells) {
        sheet.createRow(row);
        for (int c = 0; c < cells.length; c++) {
            sheet.getRow(row).createCell(c).setCellValue(cells[c]);
        }
    }

    /** Lines of text on one page, with the font that PDFBox brings along; a password where one is given. */
    public static byte[] pdf(String password, String... lines) {
        try (PDDocument pdf = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            PDType0Font font = PDType0Font.load(pdf, PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"));
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                float y = 780;
                for (String line : lines) {
                    content.beginText();
                    content.setFont(font, 12);
                    content.newLineAtOffset(80, y);
                    content.showText(line);
                    content.endText();
                    y -= 24;
                }
            }
            if (!password.isEmpty()) {
                pdf.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A Word document with a password, in the container of the old formats. */
    public static byte[] encryptedWord() {
        try (POIFSFileSystem container = new POIFSFileSystem(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
            info.getEncryptor().confirmPassword("secret");
            try (var stream = info.getEncryptor().getDataStream(container)) {
                stream.write(word());
            }
            container.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException | java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The streams of a Word 97 document without text: nothing at hand writes whole ones. */
    public static byte[] oldWordSkeleton() {
        return oldWord(0x1200);
    }

    static byte[] oldWord(int flags) {
        ByteBuffer head = ByteBuffer.allocate(8_192).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort(0, (short) 0xA5EC).putShort(2, (short) 0xC1).putShort(10, (short) flags).putInt(14, 52);
        // The shape of the head: 14 short words, 22 long ones, 93 places in the table
        head.putShort(32, (short) 14).putShort(62, (short) 22).putShort(152, (short) 93);
        byte[] table = new byte[4_096];
        table[0] = 1;
        table[2] = 1;
        try (POIFSFileSystem container = new POIFSFileSystem(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            container.createDocument(new ByteArrayInputStream(head.array()), "WordDocument");
            container.createDocument(new ByteArrayInputStream(table), "1Table");
            container.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A zip with the given entries; each entry's text is repeated. */
    public static byte[] zip(int repeat, String... namesAndTexts) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (int i = 0; i < namesAndTexts.length; i += 2) {
                    zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                    byte[] text = namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
                    for (int r = 0; r < repeat; r++) {
                        zip.write(text);
                    }
                    zip.closeEntry();
                }
            }
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
