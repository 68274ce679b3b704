// The plot: how many times as fast as npm's `flatbuffers`, on a logarithmic scale, a panel for each message.
import { parse, View, type Spec } from 'vega';

/** One way to do one thing. */
export interface Bar {
  readonly message: string;
  readonly question: string;
  readonly name: string;
  /** How many times as fast as npm's `flatbuffers`. */
  readonly ratio: number;
}

/** The plot as SVG. */
export async function drawRatios(bars: readonly Bar[]): Promise<string> {
  const shown = bars.filter(({ message }) => message === 'FooBars' || message === 'Monster');
  const panels = shown.map((bar) => ({
    ...bar,
    panel: `${bar.message}: ${bar.question}`,
    own: bar.name.startsWith('ours'),
  }));
  const view = new View(parse(specOf(panels)), { renderer: 'none' });
  return view.toSVG();
}

function specOf(values: readonly object[]): Spec {
  return {
    $schema: 'https://vega.github.io/schema/vega/v6.json',
    background: 'white',
    padding: 8,
    layout: { columns: 2, padding: 24 },
    data: [{ name: 'bars', values: [...values] }],
    scales: [
      { name: 'x', type: 'log', domain: [0.02, 20], range: [0, 280] },
      {
        name: 'color',
        type: 'ordinal',
        domain: [true, false],
        range: ['#2266aa', '#bbbbbb'],
      },
    ],
    marks: [
      {
        type: 'group',
        from: { facet: { name: 'panel', data: 'bars', groupby: 'panel' } },
        title: { text: { signal: 'parent.panel' }, anchor: 'start', fontSize: 12 },
        encode: { enter: { width: { value: 280 }, height: { value: 260 } } },
        scales: [
          {
            name: 'y',
            type: 'band',
            domain: { data: 'panel', field: 'name' },
            range: [0, 260],
            padding: 0.2,
          },
        ],
        axes: [
          { orient: 'left', scale: 'y', ticks: false, domain: false },
          {
            orient: 'bottom',
            scale: 'x',
            values: [0.02, 0.1, 0.5, 1, 2, 5, 10, 20],
            grid: true,
            format: '~g',
            title: 'times as fast as npm flatbuffers',
          },
        ],
        marks: [
          {
            type: 'rect',
            from: { data: 'panel' },
            encode: {
              enter: {
                y: { scale: 'y', field: 'name' },
                height: { scale: 'y', band: 1 },
                x: { scale: 'x', value: 1 },
                x2: { scale: 'x', field: 'ratio' },
                fill: { scale: 'color', field: 'own' },
              },
            },
          },
        ],
      },
    ],
  };
}
