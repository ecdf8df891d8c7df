import { constantCurve, lineCurve, scaleCurve, sumCurves, timesAffine } from "./curve";
import { exact } from "./exact";
import type { Meter, Pricing, PricingContext } from "./meter";
import { pricePerNode } from "./per-node";
import { priceScaleOut } from "./scale-out";
import type { SelfHostedSpec } from "./shapes-owned";

/**
 * Shape H (`cost-models.md` section 3): the servers of shape A, backups of changed data, replication between zones billed in both
 * directions, monitoring per node, and hours of upkeep that grow with the nodes. The hours cost something when the request
 * brings a rate; compare with a managed design only then.
 *
 * @example 2 nodes at 10 hours plus 5 a node: 20 hours a month.
 */
export function priceSelfHosted(spec: SelfHostedSpec, context: PricingContext): Pricing {
  const { demand, to } = context;
  const base = spec.nodes.shape === "per_node" ? pricePerNode(spec.nodes, context) : priceScaleOut(spec.nodes, context);
  const nodes = base.nodes ?? constantCurve(1, to);
  const meters: Meter[] = [...base.meters];
  if (spec.backup) {
    const kept = exact(1).plus(exact(spec.backup.changeShareDay).times(spec.backup.retentionDays));
    meters.push({
      meter: "backup",
      unit: "gb_month",
      price: context.price(spec.backup.price),
      quantity: lineCurve(timesAffine(demand.storedGb, kept), to),
    });
  }
  if (spec.betweenZones) {
    const bothWays = 2 * (spec.betweenZones.copies - 1);
    meters.push({
      meter: "between_zones",
      unit: "gb",
      price: context.price(spec.betweenZones.price),
      quantity: lineCurve(timesAffine(demand.writtenGb, bothWays), to),
    });
  }
  if (spec.monitoringPerNode)
    meters.push({ meter: "monitoring", unit: "node_month", price: context.price(spec.monitoringPerNode), quantity: nodes });
  const { baseHours, hoursPerNode, upgradeHoursYear, onCallHours } = spec.upkeep;
  const fixed = exact(upgradeHoursYear).div(12).plus(baseHours).plus(onCallHours);
  const opsHours = sumCurves([constantCurve(fixed, to), scaleCurve(nodes, hoursPerNode)], to);
  return { ...base, meters, opsHours };
}
