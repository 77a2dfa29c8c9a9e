"""How time and memory grow with one thing in a text.

    python3 benches/growth/growth.py PLAN [--commands extract,check] [--only PATTERN] [--seconds 2]

For each thing the text is made four times as long until a run takes longer than the seconds given; then the exponent between the last two runs is
printed (1 is linear, 2 quadratic), with bytes, processor seconds and MiB of each. What grows faster than 1.3 is marked, and what
takes, behind the program itself, more than 30 times a text of 256 KiB or more.
"""
import argparse
import math
import os
import re
import resource
import subprocess
import sys
import tempfile

HEAD = '云岭市国民经济和社会发展第十四个五年规划纲要\n\n第一章 目标\n\n'
GROWS = {
    'para: sentences in one paragraph': lambda n: HEAD + ''.join(f'到2025年，新建菇棚{i}个。' for i in range(n))+'\n',
    'para: sentences, no year': lambda n: HEAD + ''.join(f'新建菇棚{i}个。' for i in range(n))+'\n',
    'lines: one sentence each': lambda n: HEAD + ''.join(f'到2025年，新建菇棚{i}个。\n' for i in range(n)),
    'sentence: commas with numbers': lambda n: HEAD + '到2025年，'+''.join(f'新建菇棚{i}个，' for i in range(n))+'。\n',
    'sentence: commas without numbers': lambda n: HEAD + '到2025年，'+''.join('推进菇棚建设，' for i in range(n))+'。\n',
    'sentence: 、list one number': lambda n: HEAD + '到2025年，'+'、'.join(f'菇棚{chr(0x4e00+i%20000)}' for i in range(n))+'达到100个。\n',
    'sentence: 分别 list': lambda n: HEAD + '到2025年，'+'、'.join(f'菇棚{chr(0x4e00+i%20000)}' for i in range(n))+'分别达到'+'、'.join(f'{i}个' for i in range(n))+'。\n',
    'sentence: numbers list only': lambda n: HEAD + '到2025年，菇棚达到'+'、'.join(f'{i}个' for i in range(n))+'。\n',
    'brackets open （': lambda n: HEAD + '到2025年，新建菇棚'+'（'*n+'100个。\n',
    'brackets nested （）': lambda n: HEAD + '到2025年，新建菇棚'+'（'*n+'100个'+'）'*n+'。\n',
    'brackets mixed 《“（〔【': lambda n: HEAD + '到2025年，'+'《“（〔【'*n+'100个。\n',
    'quotes “ ”': lambda n: HEAD + '到2025年，新建'+'“'*n+'100个'+'”'*n+'。\n',
    'commas in number 1,1,1,': lambda n: HEAD + '到2025年新建'+'1,'*n+'2个。\n',
    'dots 1.1.1.': lambda n: HEAD + '到2025年新建'+'1.'*n+'2个。\n',
    'ranges 1—1—': lambda n: HEAD + '到2025年新建'+'1—'*n+'2个。\n',
    'digits one number': lambda n: HEAD + '到2025年，新建菇棚'+'1234567890'*n+'个。\n',
    'Chinese digits': lambda n: HEAD + '到2025年，新建菇棚'+'一二三四五六七八九十百千万亿'*n+'个。\n',
    '2025年2025年…': lambda n: HEAD + '2025年'*n+'\n',
    '二〇二五年…': lambda n: HEAD + '二〇二五年'*n+'\n',
    '百分之百分之…': lambda n: HEAD + '增长'+'百分之'*n+'五。\n',
    'units run': lambda n: HEAD + '个家平方公里吨万亿元%'*n+'\n',
    '和和和': lambda n: HEAD + '到2025年'+'和'*n+'达到5个。\n',
    'punctuation': lambda n: HEAD + '，。、；：“”（）《》！？—…·'*n+'\n',
    'spaces': lambda n: HEAD + '到2025年新建'+' '*n+'2个。\n',
    'blank lines': lambda n: HEAD + '\n'*n+'到2025年新建2个。\n',
    'tabs': lambda n: HEAD + '\t'*n+'2\n',
    'headings 第i章': lambda n: '规划纲要\n'+''.join(f'第{i}章 标题\n' for i in range(1,n)),
    'headings i.': lambda n: '规划纲要\n'+''.join(f'{i}.标题\n' for i in range(1,n)),
    'headings mixed': lambda n: '规划纲要\n'+'第一章 标题\n第一节 标题\n一、标题\n（一）标题\n1.标题\n（1）标题\n'*n,
    'headings ## md': lambda n: '# 规划纲要\n'+'## 标题\n'*n,
    'toc lines': lambda n: '规划纲要\n目录\n'+''.join(f'第{i}章 标题……………………{i}\n' for i in range(n)),
    'table tabs rows': lambda n: HEAD + '表1 主要指标\n指标\t2020年\t2025年\n'+''.join(f'指标{i}（个）\t{i}\t{i*2}\n' for i in range(n)),
    'table md rows': lambda n: '# 规划纲要\n表1 主要指标\n\n|指标|2020年|2025年|\n|-|-|-|\n'+''.join(f'|指标{i}（个）|{i}|{i*2}|\n' for i in range(n)),
    'table md columns': lambda n: '# 规划纲要\n\n'+'|'+'指标|'*n+'\n'+'|'+'-|'*n+'\n'+'|'+'1个|'*n+'\n',
    'table html rows': lambda n: '<html><body><p>规划纲要</p><table><tr><th>指标</th><th>2020年</th><th>2025年</th></tr>'+''.join(f'<tr><td>指标{i}</td><td>{i}</td><td>{i*2}个</td></tr>' for i in range(n))+'</table>',
    'tables html many': lambda n: '<html><body><p>规划纲要</p>'+''.join(f'<p>表{i} 指标</p><table><tr><th>指标</th><th>2025年</th></tr><tr><td>菇棚</td><td>{i}个</td></tr></table>' for i in range(n)),
    'html <p>': lambda n: '<html><body><p>规划纲要</p>'+'<p>到2025年新建2个。'*n,
    'html <<<': lambda n: '<html><body><p>规划</p>'+'<'*n,
    'html links': lambda n: '<html><body>'+'<a href=x>到2025年新建2个</a>'*n,
    'html divs nested 900 x n': lambda n: '<html><body>'+('<div>'*100+'<p>到2025年新建2个。</p>'+'</div>'*100)*n,
    'pre lines': lambda n: '<html><body><pre>'+'到2025年新建2个。\n'*n+'</pre>',
    'footnote marks ①': lambda n: HEAD + '①②③④⑤⑥⑦⑧⑨⑩'*n+'\n',
    'invisible U+200B': lambda n: HEAD + '菇\u200b'*n+'\n',
    'replacement U+FFFD': lambda n: HEAD + '菇\ufffd棚'*n+'\n',
    'one line no stop': lambda n: HEAD + '推进菇棚建设'*n+'\n',
    'wrapped lines 35 chars': lambda n: HEAD + ('推进菇棚建设发展壮大'*4+'\n')*n,
    'single-char lines': lambda n: HEAD + '菇\n'*n,
    'colon run ：': lambda n: HEAD + '目标：'*n+'5个。\n',
    'semicolons；': lambda n: HEAD + '到2025年：'+''.join(f'菇棚{i}个；' for i in range(n))+'\n',
    '其中': lambda n: HEAD + '到2025年，菇棚达到100个'+'，其中甲类10个'*n+'。\n',
    '责任单位': lambda n: HEAD + '新建菇棚5个（责任单位：'+'市农业局、'*n+'）。\n',
    'titles 制定2025年…': lambda n: HEAD + '制定2025年规划'*n+'\n',
    'numbers in quotes': lambda n: HEAD + '到2025年，'+''.join(f'打造“{i}个”菇棚，' for i in range(n))+'。\n',
    'quotes before numbers “1': lambda n: HEAD + '到2025年，新建'+'“1个菇棚、'*n+'。\n',
    'numbers before （': lambda n: HEAD + '到2025年，新建菇棚'+'5个（'*n+'。\n',
    'notes [1': lambda n: HEAD + '到2025年，菇棚'+'[1'*n+'达到5个。\n',
    'brackets side by side': lambda n: HEAD + '新建菇棚5个'+'（市农业局）'*n+'。\n',
    'brackets and sentences': lambda n: HEAD + '新建菇棚5个（市农业局）。'*n+'\n',
    'lines of units': lambda n: HEAD + '新建菇棚。\n责任单位：市农业局\n'*n,
    'lines for what stands above': lambda n: HEAD + '新建菇棚。\n以上任务由市农业局牵头。\n'*n,
    'lines for what stands below': lambda n: HEAD + '以下任务由市农业局牵头：\n新建菇棚。\n'*n,
    'goals without numbers': lambda n: HEAD + '粮食产量保持稳定，'*n+'。\n',
    'milestones': lambda n: HEAD + ''.join(f'到2025年建成菇棚{chr(0x4e00+i%20000)}。' for i in range(n))+'\n',
    'themes told by nothing': lambda n: HEAD + ''.join(f'新建{chr(0x4e00+i%20000)}{i}个，推进数字经济平台{i}个。' for i in range(n))+'\n',
    'months without a year': lambda n: HEAD + '6月底'*n+'\n',
    'captions without tables': lambda n: HEAD + ''.join(f'表{i} 指标\n' for i in range(n)),
    'tables with captions': lambda n: HEAD + ''.join(f'表{i} 指标\n指标\t2025年\n菇棚\t{i}个\n' for i in range(n)),
    'tables without captions': lambda n: HEAD + ''.join(f'指标\t2025年\n菇棚\t{i}个\n\n' for i in range(n)),
    'table spaces rows': lambda n: HEAD + '表1 主要指标\n指标 2020年 2025年\n'+''.join(f'指标{chr(0x4e00+i%20000)}（个） {i} {i*2}\n' for i in range(n)),
    'table csv rows': lambda n: HEAD + '表1 主要指标\n指标,2020年,2025年\n'+''.join(f'指标{i}（个）,{i},{i*2}\n' for i in range(n)),
    'table a cell a line': lambda n: HEAD + '表1 主要指标\n指标\n2020年\n2025年\n'+''.join(f'指标{chr(0x4e00+i%20000)}（个）\n{i}\n{i*2}\n' for i in range(n)),
    'table run together': lambda n: HEAD + '表1 主要指标\n指标2020年2025年属性'+''.join(f'覆盖率{chr(0x4e00+i%20000)}（%）{i%90+1}.5{i%90+5}.5约束性' for i in range(n))+'\n',
    'table md joined heads': lambda n: '# 规划纲要\n\n|指标|'+'2025年/2030年|'*n+'\n'+'|'+'-|'*(n+1)+'\n'+('|菇棚|'+'5/6|'*n+'\n')*2,
    'tasks in a table': lambda n: '# 规划纲要\n\n|任务|责任单位|完成时限|\n|-|-|-|\n'+''.join(f'|新建菇棚{i}个|市农业局|2025年|\n' for i in range(n)),
    'lines of varied text': lambda n: HEAD + ''.join(f'推进{chr(0x4e00+i%20000)}菇棚{chr(0x4e00+i*7%20000)}建设，完善{chr(0x4e00+i*3%20000)}设施。\n' for i in range(n)),
    'footnotes': lambda n: HEAD + ''.join(f'推进菇棚建设[{i}]。\n' for i in range(n))+''.join(f'[{i}] 菇棚：种菇的棚。\n' for i in range(n)),
    'statements of a few words': lambda n: HEAD + '到2025年企业达到1家。'*n+'\n',
    'numbers of a few words': lambda n: HEAD + '企业1家、2家、'*n+'\n',
    'table tabs four columns': lambda n: HEAD + '表1 主要指标\n指标\t单位\t2020年\t2025年\n'+''.join(f'指标{i}\t个\t{i}\t{i*2}\n' for i in range(n)),
    'table md one wide row': lambda n: '# 规划纲要\n\n|指标|单位|'+'2025年|'*(n//16)+'\n'+'|'+'-|'*(n//16+2)+'\n|菇棚|个|'+'5|'*(n//16)+'\n',
    'sentence: bounds without a stop': lambda n: HEAD + '到2025年，'+'单位能耗不超过10吨，'*n+'\n',
    'numbers of four bytes': lambda n: HEAD + '到2025年新建菇棚'+'1个'*n+'。\n',
    'table wide gaps, one wide row': lambda n: HEAD + '表1 主要指标\n' + 2 * ('指标    ' + '    '.join(str(i % 90) for i in range(n//6)) + '\n'),
    'table tabs wide rows': lambda n: HEAD + '表1 主要指标\n指标\t单位\t'+'\t'.join(f'{y}年' for y in range(2021, 2031))+'\n'+''.join(f'指标{i}\t个\t'+'\t'.join(str(i % 90 + k) for k in range(10))+'\n' for i in range(n)),
    'headings with gaps': lambda n: '规划纲要\n'+''.join(f'第{7*i}章 标题\n' for i in range(1,n)),
    'sections of one chapter': lambda n: '规划纲要\n第一章 标题\n'+''.join(f'第{i}节 标题\n' for i in range(1,n)),
    'chapters with sections': lambda n: '规划纲要\n'+''.join(f'第{i}章 标题\n第一节 标题\n云岭向前。\n第二节 标题\n云岭向前。\n第二节 标题\n云岭向前。\n' for i in range(1,n)),
    'contents and headings': lambda n: '规划纲要\n目录\n'+''.join(f'第{i}章 发展壮大优势产业集群{i}……{i}\n' for i in range(1,n//2))+''.join(f'第{i}章 发展壮大优势产业集群{i}\n云岭向前。\n' for i in range(1,n//2)),
    'references to tables': lambda n: HEAD + ''.join(f'表{i} 指标\n推进菇棚建设，情况见表{i+1}。\n' for i in range(n)),
    '年均/从…到': lambda n: HEAD + '菇棚'+'从10个增加到20个'*n+'。\n',
}


def measured(command, seconds):
    """Processor seconds, exit status and MiB of a command."""
    limit = lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    run = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                           preexec_fn=limit)
    _, status, used = os.wait4(run.pid, 0)
    return used.ru_utime + used.ru_stime, os.waitstatus_to_exitcode(status), used.ru_maxrss / 1024


def ending(text):
    return '.html' if text.startswith('<html') else '.md' if text.startswith('# ') else '.txt'


def write_apart(make, count, path):
    """Writes a text in a process of its own: what this one takes up would count for the commands that it starts."""
    child = os.fork()
    if child == 0:
        with open(path, 'w') as file:
            file.write(make(count))
        os._exit(0)
    os.waitpid(child, 0)


def grow(plan, command, make, seconds, folder):
    """Bytes, seconds, status and MiB for one length after another."""
    rows, count = [], 500
    path = os.path.join(folder, 'text' + ending(make(1)))
    while count <= 150_000:
        write_apart(make, count, path)
        rows.append((os.path.getsize(path), *measured([plan, *command.split(), path], 30)))
        if rows[-1][1] > seconds or rows[-1][0] > 8_000_000:
            break
        count *= 4
    return rows


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    arguments.add_argument('plan')
    arguments.add_argument('--commands', default='extract')
    arguments.add_argument('--only', default='')
    arguments.add_argument('--seconds', type=float, default=2)
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        start, _, _ = measured([asked.plan, '--version'], 30)
        bare = os.path.join(folder, 'bare.txt')
        with open(bare, 'w') as file:
            file.write(HEAD + '到2025年，新建菇棚5个。\n')
        program = {command: measured([asked.plan, *command.split(), bare], 30)[2] for command in asked.commands.split(',')}
        for name, make in GROWS.items():
            if not re.search(asked.only, name):
                continue
            for command in asked.commands.split(','):
                rows = grow(asked.plan, command, make, asked.seconds, folder)
                (size, seconds, status, mebibytes), before = rows[-1], rows[-2] if len(rows) > 1 else rows[-1]
                work = lambda row: max(row[1] - start - 0.02, 0.001)
                grown = math.log(size / before[0]) if size > before[0] else 1
                exponent = math.log(work(rows[-1]) / work(before)) / grown
                mark = '  <== superlinear' if (exponent > 1.3 and seconds > 0.5) or status not in (0, 1, 2) else ''
                times = (mebibytes - program[command]) * 2**20 / size
                mark += '  <== memory' if times > 30 and size > 2**18 else ''
                runs = ' '.join(f'{row[0] / 1024:.0f}KiB:{row[1]:.2f}s' for row in rows)
                print(f'{name:36} {command:8} {exponent:4.2f} {runs} status={status} {mebibytes:.0f}MiB'
                      f' ({times:.0f} times){mark}', flush=True)


if __name__ == '__main__':
    sys.exit(main())
