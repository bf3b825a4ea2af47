package vn.dondoc.reading.ocr;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.charset.StandardCharsets;

/** The plainest image format: a line of sizes and a byte for each dot. */
final class PortableGraymap {

    private PortableGraymap() {
    }

    static byte[] of(BufferedImage image) {
        BufferedImage gray = Gray.of(image);
        byte[] dots = ((DataBufferByte) gray.getRaster().getDataBuffer()).getData();
        byte[] head = ("P5\n" + gray.getWidth() + " " + gray.getHeight() + "\n255\n").getBytes(StandardCharsets.US_ASCII);
        byte[] file = new byte[head.length + gray.getWidth() * gray.getHeight()];
        System.arraycopy(head, 0, file, 0, head.length);
        System.arraycopy(dots, 0, file, head.length, file.length - head.length);
        return file;
    }
}
