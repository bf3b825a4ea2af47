package vn.dondoc.reading.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Files of each format that are made to harm. */
final class HostileFiles {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private HostileFiles() {
    }

    static byte[] half(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    static byte[] manyEntries() {
        List<String> entries = new ArrayList<>(List.of("word/document.xml", "<x/>"));
        for (int i = 0; i < 4_000; i++) {
            entries.addAll(List.of("a" + i, "a"));
        }
        return OfficeFiles.zip(1, entries.toArray(String[]::new));
    }

    /** A container of the old formats with a stream and a folder that hold nothing of use. */
    static byte[] container(String stream, String folder) {
        return written(container -> {
            container.createDocument(new ByteArrayInputStream(new byte[5_000]), stream);
            container.getRoot().createDirectory(folder).createDocument("x", new ByteArrayInputStream(new byte[10]));
        });
    }

    static byte[] encryptedOldWord() {
        return OfficeFiles.oldWord(0x1300);
    }

    static byte[] encryptedOldWorkbook() {
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try (HSSFWorkbook workbook = new HSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.createSheet("a").createRow(0).createCell(0).setCellValue("a");
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private interface Content {
        void fill(POIFSFileSystem container) throws IOException;
    }

    private static byte[] written(Content content) {
        try (POIFSFileSystem container = new POIFSFileSystem(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            content.fill(container);
            container.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A picture whose head claims 40 000 by 40 000 dots. */
    static byte[] vastPicture() {
        byte[] file = OfficeFiles.picture("png");
        ByteBuffer.wrap(file).putInt(16, 40_000).putInt(20, 40_000);
        CRC32 sum = new CRC32();
        sum.update(file, 12, 17);
        ByteBuffer.wrap(file).putInt(29, (int) sum.getValue());
        return file;
    }

    static byte[] pages(int count) {
        try (PDDocument pdf = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < count; i++) {
                pdf.addPage(new PDPage());
            }
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] circularPages() {
        return pdf("<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>", "<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 9>>");
    }

    static byte[] formInItself() {
        return pdf("<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>/Contents 5 0 R>>",
                "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>/Length 10>>stream\n/F Do /F Do\nendstream",
                "<</Length 5>>stream\n/F Do\nendstream");
    }

    private static final String ENDLESS_FONT = "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/A"
            + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 4>>>>]/ToUnicode 6 0 R>>";
    private static final String ENDLESS_MAP = stream("", "1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <00000003> <7F000004> <0041> endbfrange");

    /** A state of the page brings a font whose map names two thousand million characters. */
    static byte[] endlessFontOfState() {
        return pdf("<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<</ExtGState<</G<</Font[4 0 R 9]>>>>>>/Contents 5 0 R>>",
                ENDLESS_FONT, stream("", "/G gs BT <0003> Tj ET"), ENDLESS_MAP);
    }

    /** The same font in what is drawn over a scanned page, where no text is looked for. */
    static byte[] endlessFontOfAnnotation() {
        return pdf("<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<</XObject<</I 8 0 R>>>>/Contents 5 0 R"
                        + "/Annots[<</Type/Annot/Subtype/Stamp/Rect[0 0 99 99]/AP<</N 7 0 R>>>>]>>",
                ENDLESS_FONT, stream("", "q 99 0 0 99 0 0 cm /I Do Q"), ENDLESS_MAP,
                stream("/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</Font<</F 4 0 R>>>>", "BT /F 9 Tf <0003> Tj ET"),
                stream("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", "a"));
    }

    /** A page whose picture, form and link lie at an address outside. */
    static byte[] partsOutside(String address) {
        String outside = "/F<</Type/Filespec/FS/URL/F(" + address + ")>>";
        return pdf("<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<</XObject<</I 4 0 R>>/Font<</T<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents 5 0 R"
                        + "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(" + address + ")>>>>]/AA<</O<</S/GoToR" + outside + ">>>>>>",
                stream("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8" + outside, ""),
                stream("", "/I Do BT /T 9 Tf (KE HOACH NAM 2026 CUA UBND XA) Tj ET"));
    }

    private static String stream(String words, String content) {
        return "<<" + words + "/Length " + content.length() + ">>stream\n" + content + "\nendstream";
    }

    /** A Word file whose template, picture and styles lie at an address outside. */
    static byte[] wordWithPartsOutside(String address) {
        StringBuilder relations = new StringBuilder("<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (String kind : List.of("styles", "numbering", "image", "attachedTemplate", "oleObject", "hyperlink", "settings")) {
            relations.append("<Relationship Id=\"").append(kind).append("\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/").append(kind)
                    .append("\" Target=\"").append(address).append("\" TargetMode=\"External\"/>");
        }
        return replaced(RawWord.of(RawWord.paragraph("KẾ HOẠCH"), RawWord.paragraph("Năm 2026")), "word/_rels/document.xml.rels", relations.append("</Relationships>").toString());
    }

    /** Without a table of places: the library looks for the objects itself. */
    private static byte[] pdf(String... objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
        for (int i = 0; i < objects.length; i++) {
            pdf.append(i + 2).append(" 0 obj").append(objects[i]).append("endobj\n");
        }
        return pdf.append("trailer<</Root 1 0 R/Size 9>>\n%%EOF").toString().getBytes(StandardCharsets.US_ASCII);
    }

    static String laughs() {
        StringBuilder entities = new StringBuilder("<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            entities.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        return entities.append("<!ENTITY e \"&a29;\">").toString();
    }

    static byte[] withDoctype(String entities) {
        return RawWord.ofDocument("<?xml version=\"1.0\"?><!DOCTYPE d [" + entities + "]><w:document xmlns:w=\"" + WORD
                + "\"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>");
    }

    static byte[] withEntity(String part, String address) {
        String entity = "<!ENTITY e SYSTEM \"" + address + "\">";
        if (part.startsWith("word")) {
            return withDoctype(entity);
        }
        String shared = "<?xml version=\"1.0\"?><!DOCTYPE d [" + entity + "]><sst xmlns=\"" + SHEET + "\" count=\"1\" uniqueCount=\"1\"><si><t>&e;</t></si></sst>";
        return replaced(OfficeFiles.workbook(), part, shared);
    }

    /** A zipped file with one of its parts exchanged. */
    private static byte[] replaced(byte[] file, String part, String text) {
        List<String> entries = new ArrayList<>();
        try (java.util.zip.ZipInputStream zip = new java.util.zip.ZipInputStream(new ByteArrayInputStream(file))) {
            for (java.util.zip.ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String content = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                entries.addAll(List.of(entry.getName(), entry.getName().equals(part) ? text : content));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return OfficeFiles.zip(1, entries.toArray(String[]::new));
    }

    static byte[] nestedTables(int depth) {
        return RawWord.of("<w:tbl><w:tr><w:tc>".repeat(depth) + RawWord.paragraph("a") + "</w:tc></w:tr></w:tbl>".repeat(depth));
    }

    static byte[] table(int rows, int columns) {
        String[] cells = new String[columns];
        Arrays.fill(cells, "Việc");
        return RawWord.of("<w:tbl>" + RawWord.row(cells).repeat(rows) + "</w:tbl>");
    }

    static byte[] sheet(int rows, int columns) {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("a");
            for (int r = 0; r < rows; r++) {
                var row = sheet.createRow(r);
                for (int c = 0; c < columns; c++) {
                    row.createCell(c).setCellValue("Việc " + r);
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] pipes(int rows, int columns) {
        return (("| Việc ".repeat(columns)) + "|\n").repeat(rows).getBytes(StandardCharsets.UTF_8);
    }
}
