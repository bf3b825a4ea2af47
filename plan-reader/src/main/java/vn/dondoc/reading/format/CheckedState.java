package vn.dondoc.reading.format;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.state.SetGraphicsStateParameters;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** A state of the page may bring a font of its own, past the operator for fonts: it is checked as those are. */
final class CheckedState extends SetGraphicsStateParameters {

    private final CheckedFont fonts;

    CheckedState(PDFStreamEngine engine, CheckedFont fonts) {
        super(engine);
        this.fonts = fonts;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
        var resources = getContext().getResources();
        if (!operands.isEmpty() && operands.getFirst() instanceof COSName name && resources != null) {
            var states = resources.getCOSObject().getCOSDictionary(COSName.EXT_G_STATE);
            var state = states == null ? null : states.getCOSDictionary(name);
            COSArray font = state == null ? null : state.getCOSArray(COSName.FONT);
            if (font != null && font.size() > 0 && font.getObject(0) instanceof COSDictionary one) {
                fonts.check(one);
            }
        }
        super.process(operator, operands);
    }
}
