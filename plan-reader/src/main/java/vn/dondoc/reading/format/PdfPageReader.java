package vn.dondoc.reading.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** Collects characters and drawn lines of each page in one pass. */
final class PdfPageReader extends PDFTextStripper {

    private static final int MOST_GLYPHS = 60_000;
    private static final int MOST_FORMS = 20_000;
    private static final int MOST_RULES = 6_000;
    private static final float THIN = 3f;

    private final List<PdfPage> pages = new ArrayList<>();
    private List<PdfPage.Glyph> glyphs = new ArrayList<>();
    private List<PdfPage.Rule> rules = new ArrayList<>();
    private final List<float[]> path = new ArrayList<>();
    private float[] start = {0, 0};
    private float[] point = {0, 0};
    private final Set<COSBase> openForms = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable PDFont lastFont;
    private boolean lastIsBold;
    private int images;
    private int forms;

    PdfPageReader() throws IOException {
        CheckedFont fonts = new CheckedFont(this);
        addOperator(fonts);
        addOperator(new CheckedState(this, fonts));
        for (String name : List.of("m", "l", "h", "re", "c", "v", "y", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n")) {
            addOperator(new PathOperator(name));
        }
    }

    List<PdfPage> pages() {
        return pages;
    }

    @Override
    protected void startPage(PDPage page) {
        glyphs = new ArrayList<>();
        rules = new ArrayList<>();
        path.clear();
        images = images(page);
    }

    private static int images(PDPage page) {
        int count = 0;
        if (page.getResources() != null) {
            for (COSName name : page.getResources().getXObjectNames()) {
                count += page.getResources().isImageXObject(name) ? 1 : 0;
            }
        }
        return count;
    }

    @Override
    protected void endPage(PDPage page) {
        PDRectangle box = page.getCropBox();
        boolean turned = page.getRotation() % 180 != 0;
        pages.add(new PdfPage(pages.size() + 1, turned ? box.getHeight() : box.getWidth(), turned ? box.getWidth() : box.getHeight(),
                glyphs, rules, images));
    }

    @Override
    protected void writePage() {
        // What the page holds was collected on the way; nothing is written
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        String text = position.getUnicode();
        if (text != null && !text.isEmpty() && glyphs.size() < MOST_GLYPHS && position.getDir() == 0) {
            glyphs.add(new PdfPage.Glyph(text, position.getX(), position.getY(), position.getWidth(), Math.max(4, position.getHeightDir() * 1.4f), isBold(position.getFont())));
        }
    }

    private boolean isBold(PDFont font) {
        if (font != lastFont) {
            String name = font.getName();
            lastFont = font;
            lastIsBold = name != null && name.toLowerCase(Locale.ROOT).contains("bold");
        }
        return lastIsBold;
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        if (mayShow(form)) {
            super.showForm(form);
            openForms.remove(form.getCOSObject());
        }
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
        if (mayShow(group)) {
            super.showTransparencyGroup(group);
            openForms.remove(group.getCOSObject());
        }
    }

    /** A form inside itself is shown once; forms that multiply each other end at some number. */
    private boolean mayShow(PDFormXObject form) {
        return ++forms <= MOST_FORMS && openForms.add(form.getCOSObject());
    }

    /** Keeps paths and turns those that are painted into rules. */
    private final class PathOperator extends OperatorProcessor {

        private final String name;

        PathOperator(String name) {
            super(PdfPageReader.this);
            this.name = name;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            float[] n = numbers(operands);
            switch (name) {
                case "m" -> moveTo(n);
                case "l" -> lineTo(n);
                case "re" -> rectangle(n);
                case "c", "v", "y" -> point = n.length >= 2 ? at(n[n.length - 2], n[n.length - 1]) : point;
                case "h" -> addLine(point, start);
                case "n" -> path.clear();
                default -> paint(name);
            }
        }
    }

    private static float[] numbers(List<COSBase> operands) {
        float[] numbers = new float[operands.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = operands.get(i) instanceof COSNumber number ? number.floatValue() : 0;
        }
        return numbers;
    }

    private void moveTo(float[] n) {
        if (n.length >= 2) {
            point = at(n[0], n[1]);
            start = point;
        }
    }

    private void lineTo(float[] n) {
        if (n.length >= 2) {
            float[] to = at(n[0], n[1]);
            addLine(point, to);
            point = to;
        }
    }

    private void rectangle(float[] n) {
        if (n.length >= 4) {
            float[] a = at(n[0], n[1]);
            float[] b = at(n[0] + n[2], n[1] + n[3]);
            addLine(a, new float[] {b[0], a[1]});
            addLine(new float[] {b[0], a[1]}, b);
            addLine(b, new float[] {a[0], b[1]});
            addLine(new float[] {a[0], b[1]}, a);
            start = a;
            point = a;
        }
    }

    private void addLine(float[] from, float[] to) {
        if (path.size() < MOST_RULES) {
            path.add(new float[] {from[0], from[1], to[0], to[1]});
        }
    }

    private void paint(String operator) {
        boolean stroked = !operator.startsWith("f") && !operator.equals("F");
        float[] box = {Float.MAX_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
        for (float[] line : path) {
            box[0] = Math.min(box[0], Math.min(line[0], line[2]));
            box[1] = Math.min(box[1], Math.min(line[1], line[3]));
            box[2] = Math.max(box[2], Math.max(line[0], line[2]));
            box[3] = Math.max(box[3], Math.max(line[1], line[3]));
        }
        for (float[] line : path) {
            boolean straight = Math.abs(line[0] - line[2]) < 1 || Math.abs(line[1] - line[3]) < 1;
            boolean thinArea = Math.min(Math.abs(box[2] - box[0]), Math.abs(box[3] - box[1])) < THIN || path.size() > 4;
            if (straight && (stroked || thinArea) && rules.size() < MOST_RULES) {
                rules.add(new PdfPage.Rule(Math.min(line[0], line[2]), Math.min(line[1], line[3]), Math.max(line[0], line[2]), Math.max(line[1], line[3])));
            }
        }
        path.clear();
    }

    /** A point of the content stream as it is shown on the page, from the top left corner. */
    private float[] at(float x, float y) {
        Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
        PDRectangle box = getCurrentPage().getCropBox();
        float px = x * matrix.getScaleX() + y * matrix.getShearX() + matrix.getTranslateX() - box.getLowerLeftX();
        float py = x * matrix.getShearY() + y * matrix.getScaleY() + matrix.getTranslateY() - box.getLowerLeftY();
        return switch (Math.floorMod(getCurrentPage().getRotation(), 360)) {
            case 90 -> new float[] {py, px};
            case 180 -> new float[] {box.getWidth() - px, py};
            case 270 -> new float[] {box.getHeight() - py, box.getWidth() - px};
            default -> new float[] {px, box.getHeight() - py};
        };
    }
}
