package org.histogrid.screening;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.util.List;
import java.util.OptionalDouble;
import org.histogrid.base.Numbers;

/// Which few neurons of a hook point tell a class from the others together: L1-regularised logistic regression,
/// from the strongest regularisation that chooses a neuron to a hundredth of it.
///
/// The model minimises `|w|_1 + C * sum(log(1 + exp(-y (b + w z))))`, where `z` are values minus the mean, through the
/// standard deviation (with n below the fraction), both of the discovery half; the intercept `b` is not
/// regularised and classes have no weights (Tibshirani, Regression shrinkage and selection via the lasso, 1996).
/// It is trained on the discovery half only.
///
/// @param hookPoint whose neurons
/// @param positive the name of the class that is held against the others: a coefficient above 0 speaks for it
/// @param neurons how many the hook point has
/// @param considered how many of them could have been chosen by their number: all, or those with the largest
///     |AUROC - 0.5| in the discovery half
/// @param leftOut how many of these were left out all the same: constant, or too often not finite, in that half
/// @param replaced values of the others, in both halves, that are not finite and were taken for the neuron's mean
/// @param discovery samples with a class in the discovery half
/// @param heldOut samples with a class in the held-out half
/// @param folds of the cross-validation within the discovery half
/// @param best the step with the least cross-validated loss, from 0
/// @param sparsest the first step whose loss is within one standard error of that: the fewest neurons that do about
///     as well
/// @param steps with rising C
public record FewNeuronsPath(
        int hookPoint,
        String positive,
        int neurons,
        int considered,
        int leftOut,
        long replaced,
        int discovery,
        int heldOut,
        int folds,
        int best,
        int sparsest,
        List<Step> steps)
        implements Serializable {

    /// A model with one C.
    ///
    /// @param c the inverse of the strength of the regularisation
    /// @param chosen the neurons with a coefficient other than 0, largest first
    /// @param intercept the decision value where all of these are at their means
    /// @param discovery how well it tells the classes apart on the samples it was trained on
    /// @param heldOut the same on the others, which played no part in anything else
    /// @param loss the mean logarithmic loss of a sample in the cross-validation
    /// @param lossError the standard error of that, from how the folds differ
    public record Step(
            double c,
            List<Chosen> chosen,
            double intercept,
            Separated discovery,
            Separated heldOut,
            double loss,
            double lossError)
            implements Serializable {

        public Step {
            chosen = List.copyOf(chosen);
        }
    }

    /// @param neuron its index in the model
    /// @param coefficient by how much the log odds rise with one standard deviation of the neuron
    public record Chosen(int neuron, double coefficient) implements Serializable {}

    /// How well decision values tell the classes apart. A sample is taken for the positive class where its decision
    /// value is above 0.
    ///
    /// @param accuracy the share of samples taken for what they are; empty without samples
    /// @param balancedAccuracy the mean of that share in either class; empty where one has no samples
    /// @param auroc of the decision values; empty where a class has no samples
    public record Separated(OptionalDouble accuracy, OptionalDouble balancedAccuracy, OptionalDouble auroc)
            implements Serializable {}

    public FewNeuronsPath {
        steps = List.copyOf(steps);
    }

    /// `1 200 of 4 096 neurons`, or `4 096 neurons` where all were considered.
    @JsonProperty
    public String neuronsInWords() {
        return considered == neurons
                ? Numbers.count(neurons, "neuron")
                : "%s of %s".formatted(Numbers.integer(considered), Numbers.count(neurons, "neuron"));
    }
}
