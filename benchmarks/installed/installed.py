"""What benchmarks inside of the packaged program share: paths, compiling, bundles, the machine."""
import glob
import os
import shutil
import subprocess
import sys

TOP = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), '../..'))
HOME = os.environ.get('DOVETAIL_HOME') or os.path.join(
    TOP, 'launcher/distribution/target/dovetail')
JAVA_HOME = os.environ.get('JAVA_HOME') or os.path.dirname(os.path.dirname(
    os.path.realpath(shutil.which('java'))))
JAVA = os.path.join(JAVA_HOME, 'bin/java')
LIB = sorted(glob.glob(HOME + '/lib/*.jar'))
BUNDLES = sorted(glob.glob(HOME + '/bundles/*.jar'))
PLUGINS = sorted(glob.glob(HOME + '/plugins/*.jar'))


def compile_classes(folder, sources, path, *options):
    """Compiles sources (relative to benchmarks/) into a folder; returns it."""
    files = [os.path.join(TOP, 'benchmarks', source) for source in sources]
    subprocess.run([JAVA + 'c', '-nowarn', '-Xlint:-options', '-d', folder, '-cp',
                    ':'.join(path), *options, *files], check=True)
    return folder


def bundle(jar, name, classes, *headers):
    """Packs classes as a bundle, without headers one that sees all that is exported; returns it."""
    manifest = jar + '.mf'
    with open(manifest, 'w') as out:
        out.write(f'Bundle-ManifestVersion: 2\nBundle-SymbolicName: {name}\n'
                  'Bundle-Version: 1.0.0\n')
        out.write('\n'.join(headers or ['DynamicImport-Package: *']) + '\n')
    subprocess.run([os.path.join(JAVA_HOME, 'bin/jar'), 'cfm', jar, manifest, '-C', classes, '.'],
                   check=True)
    return jar


def dovetail(*args):
    """Runs the packaged program."""
    done = subprocess.run([os.path.join(HOME, 'bin/dovetail'), *args], text=True,
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if done.returncode:
        sys.exit(f'exit {done.returncode}: dovetail {" ".join(args)}\n{done.stderr}')


def machine():
    """Says on what the figures were taken."""
    version = subprocess.run([JAVA, '-version'], capture_output=True, text=True).stderr
    load = ' '.join(f'{each:.1f}' for each in os.getloadavg())
    return f'{version.splitlines()[0]}, {os.cpu_count()} cores, load {load}'
