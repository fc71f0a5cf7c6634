package org.histogrid.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.histogrid.figure.Drawing.Box;
import org.histogrid.figure.Drawing.Fill;
import org.histogrid.figure.Drawing.Group;
import org.histogrid.figure.Drawing.Item;
import org.histogrid.figure.Drawing.Line;
import org.histogrid.figure.Drawing.Path;
import org.histogrid.figure.Drawing.Pen;
import org.histogrid.figure.Drawing.Text;

/// Paints a drawing with Java2D. Letters are shapes from the font's file: the fonts of the machine are not
/// looked at, nor need there be any.
record Painter(Graphics2D graphics, Typeface face) {

    private static final int LEVEL = 0xff;

    Painter {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    void paint(List<Item> items) {
        for (var item : items) {
            switch (item) {
                case Group group -> paint(group);
                case Line line -> stroke(shape(line), line.pen());
                case Path path -> paint(path);
                case Text text -> paint(text);
            }
        }
    }

    private void paint(Group group) {
        if (group.clip().isEmpty()) {
            paint(group.items());
            return;
        }
        var before = graphics.getClip();
        graphics.clip(rectangle(group.clip().get()));
        paint(group.items());
        graphics.setClip(before);
    }

    private void paint(Path path) {
        var shape = shape(path.parts());
        path.fill().ifPresent(fill -> fill(path, shape, fill));
        path.pen().ifPresent(pen -> stroke(shape, pen));
    }

    private void fill(Path path, Shape shape, Fill fill) {
        graphics.setColor(colour(fill.colour(), fill.opacity()));
        graphics.fill(shape);
        fill.hatch().ifPresent(hatch -> {
            var before = graphics.getClip();
            graphics.clip(shape);
            hatch.lines(Box.around(path.parts())).forEach(line -> stroke(shape(line), line.pen()));
            graphics.setClip(before);
        });
    }

    private void stroke(Shape shape, Pen pen) {
        graphics.setColor(colour(pen.colour(), 1));
        graphics.setStroke(stroke(pen));
        graphics.draw(shape);
    }

    private static BasicStroke stroke(Pen pen) {
        var width = (float) pen.width();
        if (pen.dash().isEmpty()) {
            return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, Style.MITER_LIMIT);
        }
        var dash = new float[pen.dash().size()];
        for (var index = 0; index < dash.length; index++) {
            dash[index] = pen.dash().get(index).floatValue();
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, Style.MITER_LIMIT, dash, 0);
    }

    private void paint(Text text) {
        if (!meetsClip(text.box())) {
            return;
        }
        var letters = letters(text);
        if (text.haloed()) {
            graphics.setColor(colour(Style.PAPER, 1));
            var width = (float) (Style.HALO * text.size());
            graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(letters);
        }
        graphics.setColor(colour(text.colour(), 1));
        graphics.fill(letters);
    }

    private boolean meetsClip(Box box) {
        var clip = graphics.getClip();
        return clip == null || clip.intersects(rectangle(box.grownBy(box.height())));
    }

    private Shape letters(Text text) {
        var place = AffineTransform.getTranslateInstance(text.x(), text.y());
        if (text.turned()) {
            place.quadrantRotate(-1);
        }
        place.translate(text.start(), 0);
        place.scale(text.size(), -text.size());
        var letters = new Path2D.Double(Path2D.WIND_NON_ZERO);
        face.drawable(text.text()).codePoints().forEach(code -> {
            letters.append(face.outline(code).getPathIterator(place), false);
            place.translate(face.advance(code), 0);
        });
        return letters;
    }

    private static Shape shape(Line line) {
        return new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2());
    }

    private static Shape shape(List<double[]> parts) {
        var shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (var part : parts) {
            shape.moveTo(part[0], part[1]);
            for (var index = 2; index < part.length; index += 2) {
                shape.lineTo(part[index], part[index + 1]);
            }
        }
        return shape;
    }

    private static Rectangle2D rectangle(Box box) {
        return new Rectangle2D.Double(box.left(), box.top(), box.width(), box.height());
    }

    private static Color colour(String colour, double opacity) {
        var rgb = Integer.parseInt(colour.substring(1), 16);
        return new Color(rgb >> 16 & LEVEL, rgb >> 8 & LEVEL, rgb & LEVEL, (int) Math.round(opacity * LEVEL));
    }
}
