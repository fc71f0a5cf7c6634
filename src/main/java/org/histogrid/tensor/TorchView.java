package org.histogrid.tensor;

import java.util.List;

/// Checks that a view stays within the values that are stored.
final class TorchView {

    private TorchView() {}

    /// @param stored how many values of the view's type there are
    /// @return the position of the view's first value
    /// @throws Damaged if any value of the view would lie outside, or values are repeated so that there are
    ///                 more than are stored
    static long check(Pickled.View view, long stored) throws Damaged {
        List<Long> shape = view.shape();
        if (view.offset() < 0 || view.offset() > stored || shape.stream().anyMatch(length -> length < 0)) {
            throw outside(view, stored);
        }
        if (shape.contains(0L)) {
            return view.offset();
        }
        try {
            long values = 1;
            long last = view.offset();
            for (int axis = 0; axis < shape.size(); axis++) {
                long stride = view.strides().get(axis);
                if (stride < 0) {
                    throw outside(view, stored);
                }
                values = Math.multiplyExact(values, shape.get(axis));
                last = Math.addExact(last, Math.multiplyExact(shape.get(axis) - 1, stride));
            }
            if (last >= stored) {
                throw outside(view, stored);
            }
            if (values > stored) {
                throw new Damaged("repeats its values (an expanded view). Save it with .contiguous().");
            }
        } catch (ArithmeticException e) {
            throw outside(view, stored);
        }
        return view.offset();
    }

    private static Damaged outside(Pickled.View view, long stored) {
        return new Damaged("is damaged: its shape " + Sentences.excerpt(Sentences.shape(view.shape()), 100)
                + " from value " + Sentences.grouped(view.offset()) + " reaches beyond the "
                + Sentences.grouped(stored) + " values that are stored.");
    }
}
