import { after } from '../../db/soon.ts';
import type { Filter, FilterOf } from '../filter.ts';
import type { FilterHealth } from '../filter-health.ts';
import type { Metrics } from '../metrics.ts';

/** Times every judgement. */
export function timedFilter(filterOf: FilterOf, { filter: times }: Metrics): FilterOf {
  const timed = new WeakMap<Filter, Filter>();
  return async (siteId) => {
    const filter = await filterOf(siteId);
    const known = timed.get(filter) ?? timing(filter);
    timed.set(filter, known);
    return known;
  };

  function timing(filter: Filter): Filter {
    return {
      version: filter.version,
      judge(input) {
        const start = performance.now();
        return after(filter.judge(input), (verdict) => {
          times.observe((performance.now() - start) / 1000);
          return verdict;
        });
      },
    };
  }
}

/** Counts every failure, not only whether one lasts. */
export function countedHealth(health: FilterHealth, metrics: Metrics): FilterHealth {
  return {
    ...health,
    failed(siteId) {
      metrics.filterFailures += 1;
      health.failed(siteId);
    },
  };
}
