import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { clock, number } from '../format';
import { t } from '../text';

type Point = { at: string; kw: string };

/** The load over time, as a chart or as the same figures in a table. */
export function LoadChart({ series }: { series: Point[] }) {
  const [table, setTable] = useState(false);
  return (
    <section className="card chart" aria-label={t.consumption}>
      <h2>{t.consumption}
        <Button className="plain" onPress={() => setTable(!table)}>{table ? t.asChart : t.asTable}</Button>
      </h2>
      {table ? <Figures series={series} /> : <Plot series={series} />}
    </section>
  );
}

function Figures({ series }: { series: Point[] }) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t.consumption}>
      <table>
        <thead><tr><th scope="col">{t.when}</th><th scope="col" className="right">kW</th></tr></thead>
        <tbody>
          {[...series].reverse().map((point) => (
            <tr key={point.at}><td>{clock(point.at)}</td><td className="right">{number(point.kw)}</td></tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Plot({ series }: { series: Point[] }) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  useEffect(() => {
    const host = box.current!;
    const style = getComputedStyle(host);
    const ink = style.getPropertyValue('--ink-quiet');
    const axis = { stroke: ink, grid: { stroke: style.getPropertyValue('--line') } };
    plot.current = new uPlot({
      width: host.clientWidth, height: 240, legend: { show: false },
      axes: [{ ...axis, values: (_, ticks) => ticks.map((s) => clock(new Date(s * 1000).toISOString())), space: 110 },
        { ...axis, values: (_, ticks) => ticks.map((kw) => number(kw, 1)) }],
      series: [{}, { stroke: style.getPropertyValue('--accent'), width: 2, fill: style.getPropertyValue('--accent-soft') }],
      scales: { y: { range: (_, __, top) => [0, Math.max(top * 1.1, 1)] } },
    }, [[], []], host);
    const resize = new ResizeObserver(() => plot.current?.setSize({ width: host.clientWidth, height: 240 }));
    resize.observe(host);
    return () => {
      resize.disconnect();
      plot.current?.destroy();
    };
  }, []);
  useEffect(() => {
    plot.current?.setData([series.map((p) => Date.parse(p.at) / 1000), series.map((p) => Number(p.kw))]);
  }, [series]);
  return <div ref={box} role="img" aria-label={t.consumption} />;
}
