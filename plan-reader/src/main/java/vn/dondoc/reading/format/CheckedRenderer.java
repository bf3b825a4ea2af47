package vn.dondoc.reading.format;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws pages for recognition; what is drawn beside the text of a page (annotations, patterns) brings fonts that nothing checked before. */
final class CheckedRenderer extends PDFRenderer {

    CheckedRenderer(PDDocument pdf) {
        super(pdf);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        PageDrawer drawer = new PageDrawer(parameters) { };
        CheckedFont fonts = new CheckedFont(drawer);
        drawer.addOperator(fonts);
        drawer.addOperator(new CheckedState(drawer, fonts));
        return drawer;
    }
}
